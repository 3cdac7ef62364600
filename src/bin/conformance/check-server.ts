import { endpoints } from '../../contract/all.js';
import { definitionOf } from '../../contract/definition.js';
import { getCurrentUser, type User } from '../../contract/me.js';
import { accessChecks } from './access-checks.js';
import { Connection, type ConnectionOptions } from './connection.js';
import { Replies, readChecks } from './read-checks.js';
import { judge } from './reply-findings.js';
import { areas, notChecked, type Report, resultOf } from './report.js';
import { writeChecks } from './write-checks.js';

/** Options of a check. */
export interface CheckOptions extends ConnectionOptions {
  /** The organization; that of the signed-in user by default. */
  readonly orgId?: string | undefined;
  /** Whether to check operations that change data. */
  readonly hasWrites?: boolean | undefined;
}

/** Nothing can be checked: the server cannot be reached, or it refuses the token. The message says why. */
export class CannotCheckError extends Error {
  override readonly name = 'CannotCheckError';
}

/** Why operations are not checked even with writes. */
const unchecked: Readonly<Record<string, string>> = {
  authorizeGhl: 'a browser opens it as a page',
  finishGhlAuthorization: 'a browser opens it as a page',
  logout: 'would end the session of the token',
  revokeOtherSessions: 'would end the other sessions of the user',
  removeUser: 'cannot be undone',
  resendInvitation: 'would send another email',
  changePassword: 'needs a password',
  verifyTwoFactor: 'needs a password',
  disableTwoFactor: 'needs a password',
  replaceRecoveryCodes: 'needs a password',
};

/** Checks a server against the contract. Without `hasWrites` it sends GET and OPTIONS requests only. */
export async function checkServer(options: CheckOptions): Promise<Report> {
  const connection = new Connection(options);
  const { hasWrites = false } = options;
  const first = await connection.call(getCurrentUser);
  const me = first.value as User | undefined;
  const orgId = options.orgId ?? me?.organization_id;
  if (first.error) requireAnswer(first.error.code, first.error.cause, connection);
  if (!orgId) {
    throw new CannotCheckError('users/me does not name the organization. Name it with --org.');
  }
  const scope = { connection, orgId, me, replies: new Replies() };
  const results = [
    ...(await accessChecks(connection, me?.role)),
    resultOf(definitionOf(getCurrentUser), judge(definitionOf(getCurrentUser), first, connection.timeoutSeconds)),
    ...(await readChecks(scope)),
    ...(hasWrites ? await writeChecks(scope) : []),
  ];
  const known = new Set(results.map(({ name }) => name));
  const rest = Object.values(endpoints)
    .filter(({ name }) => !known.has(name))
    .map((operation) =>
      resultOf(operation, notChecked(unchecked[operation.name] ?? reasonOf(operation.section, hasWrites))),
    );
  return {
    server: options.baseUrl,
    organizationId: orgId,
    role: me?.role,
    hasWrites,
    results: areas.flatMap((area) => [...results, ...rest].filter((result) => result.area === area)),
  };
}

function reasonOf(section: string, hasWrites: boolean): string {
  if (/^1[01]\./.test(section)) return 'would change a connection or an appointment';
  return hasWrites ? 'nothing to check it with' : 'changes data; --writes checks it';
}

/** Throws if the failure of the first request means that all others would fail too. */
function requireAnswer(code: string, cause: unknown, { timeoutSeconds }: Connection) {
  if (code === 'UNAUTHORIZED') throw new CannotCheckError('The server refuses the token (401).');
  if (code === 'TIMEOUT') throw new CannotCheckError(`The server does not answer within ${timeoutSeconds} s.`);
  if (code !== 'NETWORK_ERROR') return;
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
  throw new CannotCheckError(`The server cannot be reached: ${reason}`);
}

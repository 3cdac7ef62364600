import type { AnyInput } from '../../client/transport.js';
import { createApiKey, deleteApiKey } from '../../contract/api-key-change.js';
import { listApiKeys } from '../../contract/api-keys.js';
import { answerTwoFactorChallenge, login } from '../../contract/auth.js';
import { definitionOf } from '../../contract/definition.js';
import type { Endpoint } from '../../contract/endpoint.js';
import { fieldReasons } from '../../contract/fault.js';
import { inviteUser, listInvitations, revokeInvitation } from '../../contract/invitations.js';
import { getOrganization } from '../../contract/organization.js';
import { updateOrganization } from '../../contract/organization-change.js';
import { updateCurrentUser } from '../../contract/profile-change.js';
import { refreshSession } from '../../contract/renewal.js';
import { revokeSession } from '../../contract/sessions.js';
import { getTwoFactor } from '../../contract/two-factor.js';
import { setUpTwoFactor } from '../../contract/two-factor-change.js';
import { changeUserRole } from '../../contract/user-change.js';
import { listUsers } from '../../contract/users.js';
import { unknownId } from './access-checks.js';
import type { Outcome } from './connection.js';
import type { Scope } from './read-checks.js';
import { differs, failureFindings, hasItem, judge } from './reply-findings.js';
import {
  type CheckResult,
  type Finding,
  type Judgement,
  judgementOf,
  notChecked,
  resultOf,
  withFindings,
  wrong,
} from './report.js';

/** Checks operations that change data, and restores what they changed. For a disposable organization. */
export async function writeChecks(scope: Scope): Promise<CheckResult[]> {
  const writes = new Writes(scope);
  await writes.refusedSignIns();
  await writes.organization();
  await writes.profile();
  await writes.security();
  await writes.apiKeys();
  await writes.roles();
  await writes.invitations();
  return [...writes.results].map(([operation, judgement]) => resultOf(definitionOf(operation), judgement));
}

class Writes {
  readonly results = new Map<Endpoint, Judgement>();
  readonly #scope: Scope;
  /** A part of names and addresses that makes them unique in the organization. */
  readonly #mark = crypto.randomUUID().slice(0, 8);

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /** Checks that sign-in, its second step and renewal refuse unknown credentials. */
  async refusedSignIns() {
    const email = `conformance-${this.#mark}@example.com`;
    const wrongCredentials: [Endpoint, AnyInput, string[]][] = [
      [login, { body: { email, password: this.#mark } }, ['INVALID_CREDENTIALS']],
      [
        answerTwoFactorChallenge,
        { body: { challenge_token: this.#mark, code: '000000' } },
        ['CHALLENGE_EXPIRED', 'INVALID_CODE'],
      ],
      [refreshSession, { body: { refresh_token: this.#mark } }, ['TOKEN_EXPIRED', 'TOKEN_REVOKED']],
    ];
    for (const [operation, input, codes] of wrongCredentials) {
      await this.#refuse(operation, input, 401, codes);
    }
  }

  async organization() {
    const { replies, orgId } = this.#scope;
    const organization = replies.get(getOrganization);
    if (!organization) return this.#skip(updateOrganization, 'the organization could not be read');
    const change = (name: string) => ({ params: { id: orgId }, body: { name } });
    const name = `Conformance ${this.#mark}`;
    await this.#change(updateOrganization, change(name), change(organization.name), async (reply) => {
      const read = await this.#scope.connection.call(getOrganization, { params: { id: orgId } });
      return [...differs('name', reply, name), ...differs('name', read.value, name, 'reading it again answers')];
    });
    await this.#refuseField(updateOrganization, change(''), 'name');
    return undefined;
  }

  async profile() {
    const { me } = this.#scope;
    if (!me) return this.#skip(updateCurrentUser, 'the signed-in user could not be read');
    const change = (last_name: string) => ({ body: { last_name } });
    const name = `Conformance ${this.#mark}`;
    await this.#change(updateCurrentUser, change(name), change(me.last_name ?? ''), (reply) =>
      differs('last_name', reply, name),
    );
    await this.#refuse(updateCurrentUser, { body: { role: 'OWNER' } }, 400, ['INVALID_REQUEST', 'VALIDATION_FAILED']);
    return undefined;
  }

  /** Checks requests with a wrong password, and with a session that does not exist. */
  async security() {
    const { replies, connection } = this.#scope;
    if (replies.get(getTwoFactor)?.enabled === false) {
      await this.#refuse(setUpTwoFactor, { body: { password: this.#mark } }, 401, ['INVALID_CREDENTIALS']);
    } else this.#skip(setUpTwoFactor, 'needs a user without two-factor authentication');
    const { error, exchange } = await connection.call(revokeSession, { params: { session_id: unknownId } });
    // The session does not exist either way, so a 404 and a success are both allowed (docs/contract.md 5.8).
    const isFine = !error || error.status === 404;
    this.#add(
      revokeSession,
      isFine
        ? judgementOf(error && exchange ? failureFindings(exchange) : [])
        : this.#judge(revokeSession, { error, exchange }),
    );
  }

  async apiKeys() {
    const { connection } = this.#scope;
    const expires_at = new Date(Date.now() + 86_400_000).toISOString();
    const body = { name: `Conformance ${this.#mark}`, expires_at };
    const created = await this.#make(createApiKey, { body });
    if (!created) return this.#skip(deleteApiKey, 'no key was created');
    const { id, key } = created;
    const list = () => connection.call(listApiKeys, { query: { limit: 200 } });
    const listed = await list();
    if (!hasItem(listed, id)) this.#find(createApiKey, 'the new key is not in the list (docs/contract.md 6)');
    if (key && JSON.stringify(listed.exchange?.body ?? '').includes(key)) {
      this.#find(createApiKey, 'the list has the value of the new key (docs/contract.md 6)');
    }
    await this.#undo(deleteApiKey, await this.#refuse(createApiKey, { body }, 409, ['CONFLICT']));
    await this.#refuseField(createApiKey, { body: { name: '' } }, 'name');
    await this.#remove(deleteApiKey, id, async () => hasItem(await list(), id));
    return undefined;
  }

  /** Changes the role of a MEMBER to ADMIN and back. */
  async roles() {
    const { replies, me } = this.#scope;
    const other = replies
      .get(listUsers)
      ?.items.find(({ id, role, status }) => id !== me?.id && role === 'MEMBER' && (status ?? 'ACTIVE') === 'ACTIVE');
    if (!other) return this.#skip(changeUserRole, 'needs a second user with the role MEMBER on the first page');
    const change = (role: string) => ({ params: { id: other.id }, body: { role } });
    await this.#change(changeUserRole, change('ADMIN'), change('MEMBER'), (reply) => differs('role', reply, 'ADMIN'));
    return undefined;
  }

  async invitations() {
    const { connection, replies, orgId } = this.#scope;
    const domains = replies.get(getOrganization)?.allowed_email_domains ?? [];
    const invite = (domain: string) => ({
      body: { email: `conformance-${this.#mark}@${domain}`, first_name: 'Conformance', last_name: 'Check' },
    });
    const input = invite(domains[0] ?? 'example.com');
    const invited = await this.#make(inviteUser, input);
    if (!invited) return this.#skip(revokeInvitation, 'no user was invited');
    const { id } = invited;
    const query = { org_id: orgId, status: 'PENDING', limit: 200 };
    const isPending = async () => hasItem(await connection.call(listInvitations, { query }), id);
    if (!(await isPending()))
      this.#find(inviteUser, 'the new invitation is not among the pending ones (docs/contract.md 7.2)');
    await this.#undo(revokeInvitation, await this.#refuse(inviteUser, input, 409, ['CONFLICT']));
    if (domains.length) {
      const outside = await this.#refuse(inviteUser, invite('elsewhere.example'), 422, ['EMAIL_DOMAIN_NOT_ALLOWED']);
      await this.#undo(revokeInvitation, outside);
    }
    await this.#remove(revokeInvitation, id, isPending);
    return undefined;
  }

  #judge(operation: Endpoint, outcome: Outcome): Judgement {
    return judge(definitionOf(operation), outcome, this.#scope.connection.timeoutSeconds);
  }

  #add(operation: Endpoint, { verdict, reason, findings }: Judgement) {
    const known = this.results.get(operation);
    this.results.set(operation, withFindings(known ?? { verdict, reason, findings: [] }, findings));
  }

  #find(operation: Endpoint, text: string) {
    this.#add(operation, judgementOf([wrong(text)]));
  }

  #skip(operation: Endpoint, reason: string) {
    this.#add(operation, notChecked(reason));
  }

  /** Creates something; returns the reply, or `undefined` if the operation failed. */
  async #make(operation: Endpoint, input: AnyInput): Promise<{ id: string; key?: string } | undefined> {
    const outcome = await this.#scope.connection.call(operation, input);
    this.#add(operation, this.#judge(operation, outcome));
    return outcome.error ? undefined : (outcome.value as { id: string });
  }

  /** Changes something, checks the reply, and changes it back. */
  async #change(
    operation: Endpoint,
    input: AnyInput,
    back: AnyInput,
    check: (reply: unknown) => Finding[] | Promise<Finding[]>,
  ) {
    const { connection } = this.#scope;
    const outcome = await connection.call(operation, input);
    this.#add(operation, this.#judge(operation, outcome));
    // After a lost answer, the server may have made the change, so it is changed back.
    if (outcome.error && !outcome.error.isAnswerLost) return;
    if (!outcome.error) this.#add(operation, judgementOf(await check(outcome.value)));
    const restored = await connection.call(operation, back);
    if (restored.error) this.#find(operation, 'what the check changed could not be changed back');
  }

  /** Removes something, checks that it is gone, and removes it once more. */
  async #remove(operation: Endpoint, id: string, isThere: () => Promise<boolean | undefined>) {
    const { connection } = this.#scope;
    const outcome = await connection.call(operation, { params: { id } });
    this.#add(operation, this.#judge(operation, outcome));
    if (outcome.error) return;
    if (await isThere()) this.#find(operation, 'what it removed is still in the list');
    const { error, exchange } = await connection.call(operation, { params: { id } });
    if (error && error.status !== 404) this.#find(operation, `answers ${error.status} instead of 404 to what is gone`);
    if (error && exchange) this.#add(operation, judgementOf(failureFindings(exchange)));
  }

  /** Sends a request that a server must refuse. If the server accepts it, the outcome contains the created object. */
  async #refuse(operation: Endpoint, input: AnyInput, status: number, codes: readonly string[]): Promise<Outcome> {
    const outcome = await this.#scope.connection.call(operation, input);
    const { error, exchange } = outcome;
    const expected = `${status} ${codes.join(' or ')} (docs/contract.md ${definitionOf(operation).section})`;
    if (error?.code === 'UNAVAILABLE' || !exchange) this.#add(operation, this.#judge(operation, outcome));
    else if (exchange.status < 400) this.#find(operation, `accepts what it has to refuse with ${expected}`);
    else {
      const isExpected = exchange.status === status && codes.includes(error?.code ?? '');
      if (!isExpected) this.#find(operation, `refuses with ${exchange.status} ${error?.code}, instead of ${expected}`);
      this.#add(operation, judgementOf(failureFindings(exchange)));
    }
    return outcome;
  }

  /** Sends a body with a wrong field, which a server must refuse with the field's reasons (docs/contract.md 7.3). */
  async #refuseField(operation: Endpoint, input: AnyInput, field: string) {
    const { error } = await this.#refuse(operation, input, 422, ['VALIDATION_FAILED']);
    if (error?.code !== 'VALIDATION_FAILED' || fieldReasons(error.details).has(field)) return;
    this.#find(operation, `refuses a wrong ${field} without error.details.fields.${field} (docs/contract.md 7.3)`);
  }

  /** Removes an object that a server created although it had to refuse the request. */
  async #undo(operation: Endpoint, { value }: Outcome) {
    const id = (value as { id?: string } | null | undefined)?.id;
    if (id) await this.#scope.connection.call(operation, { params: { id } });
  }
}

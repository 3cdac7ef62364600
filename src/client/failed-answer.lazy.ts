import type { Endpoint } from '../contract/endpoint.js';
import { type Fault, readFault } from '../contract/fault.js';
import { getCurrentUser } from '../contract/me.js';
import { refreshSession } from '../contract/renewal.js';
import { type Answer, isFailure, readAnswer } from './answer.js';
import type { ClientOptions } from './client-options.js';
import { AgniError, clientError } from './error.js';
import { serverNow } from './server-clock.js';
import type { PreparedRequest, Transport } from './transport.js';

/**
 * Whether a 401 refuses the credential of the request. A 401 about a password or code in a form does not, and neither
 * does a 401 of `logout` (docs/contract.md 14, rule 2).
 */
export function isCredentialRefused(operation: Endpoint, { body }: Answer): boolean {
  if (operation.name === 'logout') return false;
  return !['INVALID_CREDENTIALS', 'INVALID_CODE'].includes(readFault(401, body).code);
}

/** The error of an answer that reports failure. Its code is `UNAVAILABLE` if the server lacks an assumed operation. */
export function failureOf(operation: Endpoint, { response, body, host }: Answer): AgniError {
  const { status } = response;
  const isItem = operation.path.endsWith('}');
  const isMissingRead = operation.method === 'GET' && (status === 405 || (status === 404 && !isItem));
  const isUnavailable = operation.basis === 'assumed' && (status === 501 || isMissingRead);
  const unavailable: Fault = { status, code: 'UNAVAILABLE', message: '', details: undefined };
  const retryAfter = parseRetryAfter(response.headers.get('retry-after'));
  return new AgniError(isUnavailable ? unavailable : readFault(status, body), {
    operation: operation.name,
    host,
    retryAfter,
  });
}

/** Renews the session in cookie mode. Throws the server's error if the server refuses. */
export async function renewSession(transport: Transport): Promise<void> {
  const renew = () => transport.send(transport.prepare(refreshSession, { body: {} }));
  // Tabs share the cookies, so a lock keeps two tabs from renewing at the same time. Locks need a secure context.
  const locks = globalThis.navigator?.locks;
  // A suspended tab may keep the lock: the signal ends only the wait for the lock, and the session is renewed without it.
  const signal = AbortSignal.timeout(2 * transport.timeout);
  const withoutLock = (error: unknown) => {
    if (error !== signal.reason) throw error;
    return renew();
  };
  const name = `agni-settings ${transport.address('').href}`;
  const answer = await (locks ? locks.request(name, { signal }, renew).catch(withoutLock) : renew());
  if (!answer.response.ok) throw failureOf(refreshSession, answer);
}

/**
 * Milliseconds to wait after `attempts` attempts: the server's `Retry-After` (seconds or a date, at most a minute),
 * else 1 s, doubled each time, with jitter (docs/contract.md 3.5).
 */
export function retryDelay(retryAfter: string | null, attempts: number): number {
  const seconds = parseRetryAfter(retryAfter);
  return seconds ? Math.min(seconds * 1000, 60_000) : 1000 * 2 ** (attempts - 1) * (1 + Math.random() / 2);
}

/** Resolves after `milliseconds`; rejects with the signal's reason if the signal aborts first. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop);
  });
}

/** Seconds that a `Retry-After` header asks to wait; `undefined` if it is missing or can't be read. */
function parseRetryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - serverNow()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

interface UserAnswer {
  readonly answer: Answer;
  readonly isRefused: boolean;
}

/** The write that waits for the confirmation, and the host's `userKey` at the start of the call. */
interface PendingWrite {
  readonly operation: string;
  readonly host: string;
  readonly signal: AbortSignal;
  readonly userKey: string | undefined;
  readonly options: () => ClientOptions;
  readonly transport: Transport;
}

/**
 * Confirms that a renewed credential belongs to the same user, before a write is sent with it. `before` is an earlier
 * answer of `getCurrentUser`, which `sendUserRequest` requests again; without it, an unchanged `userKey` is enough.
 * Returns the new answer if the server refuses the credential with a 401. Throws `USER_NOT_CONFIRMED`.
 */
export async function confirmUser(
  before: Answer | undefined,
  sendUserRequest: (request: PreparedRequest) => Promise<UserAnswer>,
  { signal, userKey, options, transport, ...place }: PendingWrite,
): Promise<UserAnswer | undefined> {
  if (!before && userKey && userKey === options().userKey) return undefined;
  const asked = before && (await sendUserRequest(transport.prepare(getCurrentUser, {})).catch(() => undefined));
  if (asked?.isRefused) return asked;
  const id = asked && userIdOf(asked.answer);
  const isSame = id !== undefined && id === (before && userIdOf(before));
  if (id && !isSame) options().onUserChanged?.();
  signal.throwIfAborted();
  if (!isSame) throw clientError('USER_NOT_CONFIRMED', { ...place, status: 401 });
  return undefined;
}

/** The id in an answer of `getCurrentUser`; `undefined` if the answer can't be read. */
function userIdOf(answer: Answer): string | undefined {
  try {
    return isFailure(answer) ? undefined : readAnswer(getCurrentUser, answer).id;
  } catch {
    return undefined;
  }
}

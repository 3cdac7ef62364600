import ky from 'ky';
import { type Endpoint, fillPath, type Input, type Reply, type Schema } from '../contract/endpoint.js';
import { unwrap } from '../contract/envelope.js';
import { type Fault, readFault } from '../contract/fault.js';
import { isObject } from '../contract/json.js';
import { refreshSession } from '../contract/renewal.js';
import { AgniError } from './error.js';
import { type Ask, type Credential, type SignIn, sharedSignIn } from './sign-in.js';
import { parseRetryAfter, pause, retryDelay, timeLimit, within } from './wait.js';

/** Where an operation is found at a host's own server, or `null` where the host doesn't offer it. */
export type EndpointOverride = { method: Endpoint['method']; path: string } | null;

/** How a client reaches the API. */
export interface ClientOptions {
  /** Origin with an optional path prefix, without `/api/v1`; `https://api.ravan.ai` by default. */
  readonly baseUrl?: string | undefined;
  /** `bearer` (default) sends what `getToken` hands over, `cookie` the browser's own cookies. */
  readonly authMode?: 'bearer' | 'cookie' | undefined;
  /** Hands over a short-lived access token; asked again after a 401, once for all requests that wait. */
  readonly getToken?: ((request: { reason: 'first' | 'expired' }) => string | Promise<string>) | undefined;
  /** Any text that changes with the signed-in person; clients with the same one share a token. */
  readonly userKey?: string | undefined;
  /** Id of the organization; else the signed-in person's. A token may speak for one only, so others don't share it. */
  readonly orgId?: string | undefined;
  /** More headers for every request, for instance against cross-site requests. */
  readonly headers?: Record<string, string> | (() => Record<string, string>) | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** Assumed operations by name: found elsewhere, or `null` for switched off. A documented one throws. */
  readonly endpoints?: Readonly<Record<string, EndpointOverride>> | undefined;
  /** Milliseconds that one attempt may take, its body included, and a wait for `getToken`; 15,000 by default. */
  readonly timeout?: number | undefined;
  /** Told when a request stays refused because nobody is signed in. */
  readonly onSignedOut?: (() => void) | undefined;
  /** Told when the server refuses everything until the temporary password is changed. */
  readonly onPasswordChangeRequired?: (() => void) | undefined;
}

/** What a single call may add. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told how many milliseconds a read waits before its next try, when the server asked for patience. */
  readonly onWait?: ((milliseconds: number) => void) | undefined;
}

/** The API, typed by the contract. Made by {@link createClient}. */
export interface Client {
  /** Calls an operation; answers what its reply schema reads. Throws {@link AgniError}, or the reason of an abort. */
  call<E extends Endpoint>(operation: E, input: Input<E>, options?: CallOptions): Promise<Reply<E>>;
  /** Where a path of the API is found, for examples and links. */
  address(path: string): URL;
  /** Whether the host left the operation of this name on. */
  offers(name: string): boolean;
  /** Ends the client: what is under way aborts, and the access token is let go. */
  close(): void;
}

const defaultBaseUrl = 'https://api.ravan.ai';
const defaultTimeout = 15_000;
/** Tries of a read in all, while the server answers 429 (docs/contract.md 3.5). */
const mostTries = 3;

/**
 * Makes a client of the API. Needs no page: runs in Node as well. Options handed over as a function are read anew at
 * every call, so that they can change live.
 */
export function createClient(live: ClientOptions | (() => ClientOptions) = {}): Client {
  const options = () => (typeof live === 'function' ? live() : live);
  const closed = new AbortController();
  let signIn: SignIn | undefined;
  /** Generations of new credentials that routes documented for API keys refused all the same, by operation. */
  const refusedByKeyRoutes = new Map<string, number>();

  const limit = () => options().timeout || defaultTimeout;

  const address = (path: string) => {
    // A relative base is relative to the page.
    const base = (options().baseUrl ?? defaultBaseUrl).replace(/\/+$/, '');
    return new URL(base + path, globalThis.location?.href);
  };

  const find = (operation: Endpoint): Endpoint | null => {
    const override = options().endpoints?.[operation.name];
    if (override === undefined) return operation;
    if (operation.basis !== 'assumed') {
      throw new Error(`agni-settings: ${operation.name} is documented by the vendor, so "endpoints" can't change it`);
    }
    return override && { ...operation, ...override };
  };

  /** The sign-in this client speaks for; hosts may hand over a new function at any time, the sign-in stays. */
  const currentSignIn = () => {
    const { authMode, getToken, userKey, orgId } = options();
    // A name tells who it is only with cookies, which are one person's, or with the host's own key for the person.
    const holder = authMode === 'cookie' || userKey ? globalThis : (getToken ?? closed);
    signIn ??= sharedSignIn(holder, JSON.stringify([authMode, address('').href, userKey, orgId]));
    return signIn;
  };

  const ask: Ask = async (reason) => {
    if (options().authMode !== 'cookie') {
      const { getToken } = options();
      if (!getToken && reason === 'expired') throw new Error('agni-settings: no getToken to ask for a new token');
      return getToken && within(limit(), undefined, () => getToken({ reason }));
    }
    if (reason === 'first') return undefined;
    const renew = () => send(prepare(refreshSession, { body: {} }));
    // Other tabs share the cookies, so they must not renew at the same moment. Locks need a secure context.
    const locks = globalThis.navigator?.locks;
    const answer = await (locks ? locks.request(`agni-settings ${address('').href}`, renew) : renew());
    if (!answer.response.ok) throw failure(refreshSession, answer);
    return undefined;
  };

  const prepare = (operation: Endpoint, input: AnyInput): Prepared => {
    const found = find(operation);
    if (!found) throw new AgniError(unavailable(0), { operation: operation.name, host: address('').host });
    const { method, path } = found;
    const url = address(fillPath(path, input.params));
    for (const [name, value] of Object.entries(input.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return { operation, url, method, body: input.body };
  };

  /** One attempt, its body included, under the time limit. */
  const send = ({ url, method, body }: Prepared, signal?: AbortSignal, credential?: Credential) =>
    within(limit(), signal, async (limited): Promise<Answer> => {
      const { authMode, fetch = globalThis.fetch, headers: more } = options();
      const response = await ky(url, {
        method,
        headers: headersOf(typeof more === 'function' ? more() : more, credential?.token),
        ...(body === undefined ? {} : { json: body }),
        ...(authMode === 'cookie' ? { credentials: 'include' } : {}),
        fetch: (request, init) => fetch(request, init), // a browser's own one refuses to be called as ky's method
        // Time limits and repeats are the contract's, not ky's: its limit ends at the headers, and it repeats writes.
        retry: 0,
        timeout: false,
        throwHttpErrors: false,
        signal: limited,
      });
      return { response, body: parseJson(await response.text()), host: url.host };
    });

  /** Sends under the current credential; after a 401 once more under a new one. */
  const sendSignedIn = async (prepared: Prepared, signal: AbortSignal): Promise<Answer> => {
    const { operation } = prepared;
    if (operation.auth === 'none') return send(prepared, signal);
    const person = currentSignIn();
    const signedOut = (cause: unknown): never => {
      options().onSignedOut?.();
      throw new AgniError(
        { status: 401, code: 'UNAUTHORIZED', message: '', details: undefined },
        { operation: operation.name, host: address('').host, cause },
      );
    };
    const credential = await person.credential(ask).catch(signedOut);
    const first = await send(prepared, signal, credential);
    if (!isSessionLost(operation, first)) return first;
    if (operation.auth === 'key') {
      // Such a route may refuse a person who is signed in (docs/contract.md 14, rule 2), and a new token wouldn't help.
      const { authMode, getToken } = options();
      const canRenew = authMode === 'cookie' || getToken;
      if (!canRenew || refusedByKeyRoutes.get(operation.name) === credential.generation) return first;
    }
    const renewed = await person.renew(credential, ask).catch(signedOut);
    signal.throwIfAborted();
    const second = await send(prepared, signal, renewed);
    if (isSessionLost(operation, second)) {
      if (operation.auth !== 'key') signedOut(undefined);
      refusedByKeyRoutes.set(operation.name, renewed.generation);
    }
    return second;
  };

  const sendPatiently = async (
    prepared: Prepared,
    signal: AbortSignal,
    onWait: CallOptions['onWait'],
  ): Promise<Answer> => {
    for (let tries = 1; ; tries++) {
      const answer = await sendSignedIn(prepared, signal);
      if (answer.response.status !== 429 || prepared.method !== 'GET' || tries === mostTries) return answer;
      const delay = retryDelay(answer.response.headers.get('retry-after'), tries);
      onWait?.(delay);
      await pause(delay, signal);
    }
  };

  return {
    async call<E extends Endpoint>(operation: E, input: Input<E>, call: CallOptions = {}): Promise<Reply<E>> {
      const at = { operation: operation.name, host: address('').host };
      const prepared = prepare(operation, input as AnyInput);
      const signal = call.signal ? AbortSignal.any([call.signal, closed.signal]) : closed.signal;
      signal.throwIfAborted();
      let answer: Answer;
      try {
        answer = await sendPatiently(prepared, signal, call.onWait);
      } catch (cause) {
        if (cause instanceof AgniError) throw cause;
        signal.throwIfAborted();
        const code = cause === timeLimit ? 'TIMEOUT' : 'NETWORK_ERROR';
        throw new AgniError({ status: 0, code, message: '', details: undefined }, { ...at, cause });
      }
      const { response, body } = answer;
      // A redirect turns a write into a read of some other page, so what came back says nothing about it.
      if (response.redirected && prepared.method !== 'GET') throw unexpected(operation, answer);
      const failed = !response.ok || (isObject(body) && body.success === false);
      if (failed) {
        const error = failure(operation, answer);
        if (error.code === 'PASSWORD_CHANGE_REQUIRED') options().onPasswordChangeRequired?.();
        throw error;
      }
      return read(operation, answer);
    },
    address,
    offers: (name) => options().endpoints?.[name] !== null,
    close() {
      closed.abort();
      signIn?.forget();
    },
  };
}

interface AnyInput {
  readonly params?: Record<string, string> | undefined;
  readonly query?: Record<string, unknown> | undefined;
  readonly body?: unknown;
}

interface Prepared {
  readonly operation: Endpoint;
  readonly url: URL;
  readonly method: Endpoint['method'];
  readonly body: unknown;
}

interface Answer {
  readonly response: Response;
  /** Parsed JSON; `null` where the body was empty, `undefined` where it wasn't JSON. */
  readonly body: unknown;
  readonly host: string;
}

/** The host's headers and our own, of which ours count. */
function headersOf(more: Record<string, string> | undefined, token: string | undefined): Headers {
  try {
    const headers = new Headers(more);
    headers.set('accept', 'application/json');
    if (token) headers.set('authorization', `Bearer ${token}`);
    return headers;
  } catch {
    // Firefox repeats the value in its complaint, and a token must not get into errors.
    throw new Error('agni-settings: the token or a header holds characters that no request can carry');
  }
}

function parseJson(text: string): unknown {
  if (!text.trim()) return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a page of some proxy; the status says the rest
  }
}

/** A 401 that says the token is no good, as opposed to one about a password or code in the form. */
function isSessionLost(operation: Endpoint, { response, body }: Answer): boolean {
  if (response.status !== 401 || operation.name === 'logout') return false;
  return !['INVALID_CREDENTIALS', 'INVALID_CODE'].includes(readFault(401, body).code);
}

function unavailable(status: number): Fault {
  return { status, code: 'UNAVAILABLE', message: '', details: undefined };
}

function failure(operation: Endpoint, { response, body, host }: Answer): AgniError {
  const { status } = response;
  const isItem = operation.path.endsWith('}');
  const isMissingRead = operation.method === 'GET' && (status === 405 || (status === 404 && !isItem));
  const isUnavailable = operation.basis === 'assumed' && (status === 501 || isMissingRead);
  const fault = isUnavailable ? unavailable(status) : readFault(status, body);
  const retryAfter = parseRetryAfter(response.headers.get('retry-after'));
  return new AgniError(fault, { operation: operation.name, host, retryAfter });
}

function unexpected(operation: Endpoint, { response, host }: Answer, cause?: unknown): AgniError {
  const fault = { status: response.status, code: 'UNEXPECTED_REPLY', message: '', details: undefined };
  return new AgniError(fault, { operation: operation.name, host, cause });
}

function readReply(reply: Schema, body: unknown) {
  try {
    return reply.safeParse(unwrap(body));
  } catch (error) {
    return { success: false, error } as const; // nested deeper than calls can be
  }
}

function read<E extends Endpoint>(operation: E, answer: Answer): Reply<E> {
  if (answer.body === undefined) throw unexpected(operation, answer);
  if (!operation.reply) return null as Reply<E>;
  const parsed = readReply(operation.reply, answer.body);
  if (!parsed.success) throw unexpected(operation, answer, parsed.error);
  return parsed.data as Reply<E>;
}

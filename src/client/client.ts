import type { Endpoint, Input, Reply } from '../contract/endpoint.js';
import { type Answer, isFailure, readAnswer, unexpectedReply } from './answer.js';
import type { ClientOptions, Overrides } from './client-options.js';
import { AgniError, clientError } from './error.js';
import { type Credential, type RequestToken, type SignIn, sharedSignIn } from './sign-in.js';
import { type AnyInput, type PreparedRequest, Transport } from './transport.js';
import { timeLimit, untilAbort, within } from './wait.js';

export type { ClientOptions, EndpointOverride } from './client-options.js';

/** Options of a single call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after a 429, with the milliseconds until the read is sent again. */
  readonly onWait?: ((milliseconds: number) => void) | undefined;
}

/** A typed client of the API, created by {@link createClient}. */
export interface Client {
  /**
   * Calls an operation and returns the parsed reply. Throws an {@link AgniError}, or the reason of an abort. Repeats a
   * read after a 429 or 401, a write only after a 401 and for the same user (docs/contract.md 3.5, 14).
   */
  call<E extends Endpoint>(operation: E, input: Input<E>, options?: CallOptions): Promise<Reply<E>>;
  /** The URL of a path of the API, for examples and links. */
  address(path: string): URL;
  /** `false` if the host switched off the operation of this name. */
  offers(name: string): boolean;
  /** Closes the client and aborts its requests. The token is dropped when the last client that shares it is closed. */
  close(): void;
}

/** Maximum number of attempts of a read while the server answers 429 (docs/contract.md 3.5). */
const maxAttempts = 3;

/** Loads the code for failed answers, and for writes after a token renewal. */
const loadFailedAnswer = () => import('./failed-answer.lazy.js');

/**
 * Creates a client of the API, in a browser or in Node. Options given as a function are read for every call, so that
 * they can change.
 */
export function createClient(given: ClientOptions | (() => ClientOptions) = {}): Client {
  const options = () => (typeof given === 'function' ? given() : given);
  const transport = new Transport(options);
  const closed = new AbortController();
  let signIn: SignIn | undefined;
  /** Whether `onSignedOut` was called, and the newest generation that was refused by then. */
  const signedOut = { wasReported: false, generation: 0 };
  /** For API-key operations, by name: the generation of the renewed credential that the operation refused as well. */
  const refusedGenerations = new Map<string, number>();
  /** The last answer of `getCurrentUser`, and the newest credential generation that is known to belong to this user. */
  let knownUser: { readonly answer: Answer; readonly generation: number } | undefined;

  /** The sign-in of this client's user. It is kept when the host passes another function as `getToken`. */
  const currentSignIn = () => {
    if (signIn) return signIn;
    const { authMode, getToken, userKey, orgId } = options();
    // Options identify the user only in cookie mode, where all clients share the cookies, or with a `userKey`.
    const holder = authMode === 'cookie' || userKey ? globalThis : (getToken ?? closed);
    signIn = sharedSignIn(holder, JSON.stringify([authMode, transport.address('').href, userKey, orgId]));
    signIn.join(closed);
    return signIn;
  };

  const requestToken: RequestToken = async (reason) => {
    if (options().authMode !== 'cookie') {
      const { getToken } = options();
      if (!getToken && reason === 'first') return undefined;
      const token = getToken && (await within(transport.timeout, undefined, () => getToken({ reason })));
      if (!token || typeof token !== 'string') throw new TypeError('getToken returned no token');
      return token;
    }
    if (reason === 'expired') await (await loadFailedAnswer()).renewSession(transport);
    return undefined;
  };

  /** Sends with the current credential, and after a 401 once more with a new one (docs/contract.md 14, rule 2). */
  const sendSignedIn = async (request: PreparedRequest, signal: AbortSignal): Promise<Answer> => {
    const { operation } = request;
    if (operation.auth === 'none') return transport.send(request, signal);
    const user = currentSignIn();
    const { userKey } = options();
    const failSignedOut = (generation: number, cause?: unknown): never => {
      signal.throwIfAborted(); // the caller aborted the call, or the client was closed
      signedOut.generation = Math.max(signedOut.generation, generation);
      if (!signedOut.wasReported) {
        signedOut.wasReported = true;
        options().onSignedOut?.();
      }
      throw clientError('UNAUTHORIZED', { ...placeOf(operation), status: 401, cause });
    };
    /** Sends a request. Returns its answer, and whether the credential was refused. */
    const send = async (sent: PreparedRequest, credential: Credential) => {
      const answer = await transport.send(sent, signal, credential);
      const isRefused =
        answer.response.status === 401 && (await loadFailedAnswer()).isCredentialRefused(sent.operation, answer);
      if (!isRefused && credential.generation > signedOut.generation) signedOut.wasReported = false;
      return { answer, isRefused };
    };
    /** Sends the request. A renewed token may belong to another user, so a write first confirms the user. */
    const attempt = async (credential: Credential, isRepeated = false) => {
      const { generation } = credential;
      if (request.method !== 'GET' && (knownUser ? knownUser.generation < generation : isRepeated)) {
        const sendUserRequest = (userRequest: PreparedRequest) => send(userRequest, credential);
        const { confirmUser } = await loadFailedAnswer();
        const refusal = await confirmUser(knownUser?.answer, sendUserRequest, {
          ...placeOf(operation),
          signal,
          userKey,
          options,
          transport,
        });
        if (refusal) return refusal;
        if (knownUser) knownUser = { ...knownUser, generation };
      }
      const sent = await send(request, credential);
      if (operation.name === 'getCurrentUser' && sent.answer.response.ok)
        knownUser = { answer: sent.answer, generation };
      return sent;
    };

    const credential = await untilAbort(user.credential(requestToken), signal).catch((cause) =>
      failSignedOut(0, cause),
    );
    const first = await attempt(credential);
    if (!first.isRefused) return first.answer;
    if (operation.auth === 'key') {
      // An API-key operation may refuse every user's token, so a renewed token that it refused is not renewed again.
      const { authMode, getToken } = options();
      const canRenew = authMode === 'cookie' || getToken;
      if (!canRenew || refusedGenerations.get(operation.name) === credential.generation) return first.answer;
    }
    const renewed = await untilAbort(user.renew(credential, requestToken), signal).catch((cause) =>
      failSignedOut(credential.generation, cause),
    );
    const second = await attempt(renewed, true);
    if (second.isRefused && operation.auth !== 'key') failSignedOut(credential.generation);
    if (second.isRefused) refusedGenerations.set(operation.name, renewed.generation);
    return second.answer;
  };

  const sendWithRetries = async (request: PreparedRequest, signal: AbortSignal, onWait: CallOptions['onWait']) => {
    for (let attempts = 1; ; attempts++) {
      const answer = await sendSignedIn(request, signal);
      if (answer.response.status !== 429 || request.method !== 'GET' || attempts === maxAttempts) return answer;
      const { pause, retryDelay } = await loadFailedAnswer();
      const delay = retryDelay(answer.response.headers.get('retry-after'), attempts);
      onWait?.(delay);
      await pause(delay, signal);
    }
  };

  const placeOf = ({ name }: Endpoint) => ({ operation: name, host: transport.address('').host });

  return {
    async call<E extends Endpoint>(operation: E, input: Input<E>, call: CallOptions = {}): Promise<Reply<E>> {
      const request = transport.prepare(operation, input as AnyInput);
      const signal = call.signal ? AbortSignal.any([call.signal, closed.signal]) : closed.signal;
      signal.throwIfAborted();
      let answer: Answer;
      let failure: AgniError | undefined;
      try {
        answer = await sendWithRetries(request, signal, call.onWait);
        if (isFailure(answer)) failure = (await loadFailedAnswer()).failureOf(operation, answer);
      } catch (cause) {
        if (cause instanceof AgniError) throw cause;
        signal.throwIfAborted();
        const place = { ...placeOf(operation), cause };
        if (cause === timeLimit) throw clientError('TIMEOUT', place);
        throw clientError('NETWORK_ERROR', { ...place, message: 'No answer: offline, or CORS' });
      }
      // A redirect turns a write into a read of another page, so the answer doesn't show whether the write succeeded.
      if (answer.response.redirected && request.method !== 'GET') throw unexpectedReply(operation, answer);
      if (!failure) return readAnswer(operation, answer);
      if (failure.code === 'PASSWORD_CHANGE_REQUIRED') options().onPasswordChangeRequired?.();
      throw failure;
    },
    address: (path) => transport.address(path),
    offers: (name) => (options().endpoints as Overrides)?.[name] !== null,
    close() {
      closed.abort();
      signIn?.leave(closed);
    },
  };
}

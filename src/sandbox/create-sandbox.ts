import type { Endpoint } from '../contract/endpoint.js';
import { codeOfStatus } from '../contract/fault.js';
import { createApp } from './app.js';
import type { SessionTokens } from './auth/session-service.js';
import { platformRandom } from './crypto/digest.js';
import { pbkdf2Hasher } from './crypto/password-hasher.js';
import { memoryStore } from './db/memory-store.js';
import { sessions, type UserRow, users } from './db/tables.js';
import { errorBody, HttpError } from './http/http-error.js';
import { type CaughtMail, MailCatcher } from './mail/mail-catcher.js';
import { type IntegrationStates, setIntegrations } from './seed/integration-states.js';
import { northwindIds } from './seed/northwind.js';
import { type SeedOptions, seededPassword, seedWorkspace } from './seed/seed-workspace.js';
import type { LoggedRequest } from './testing/request-log.js';
import { type ConnectionBreaker, ConnectionDroppedError, TestControls } from './testing/test-controls.js';
import { applyUserState, nextTotpCode, type UserState } from './testing/user-state.js';

export type { CaughtMail, IntegrationStates, UserState };

/** The role of the user who sends the requests; with `anonymous` or `null` no user is signed in. */
export type SandboxRole = 'OWNER' | 'ADMIN' | 'MEMBER' | 'anonymous' | null;

/** Options of {@link Sandbox.fail}. */
export interface FailOptions {
  /** Number of failures; unlimited by default. */
  times?: number;
  /** Replaces the error body. Text is sent as is, other values as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** `error.details` of the error body. */
  details?: unknown;
  /** Milliseconds. */
  delay?: number;
  /** Rejects the request as if the network were down. */
  drop?: boolean;
}

/** An in-memory server with one organization. */
export interface Sandbox {
  readonly organizationId: string;
  /** The password of every user, until it is changed. */
  readonly password: string;
  /** The `fetch` for a provider or client. Requests without `Authorization` are sent by the user of {@link Sandbox.as}. */
  readonly fetch: typeof globalThis.fetch;
  /** Selects the user who sends the requests from now on; the OWNER by default. */
  as(role: SandboxRole): Sandbox;
  /** Changes how the selected user signs in. */
  having(state: UserState): Sandbox;
  /** Sets the state of integrations; an integration that is left out keeps its state. */
  integrations(states: IntegrationStates): Sandbox;
  /**
   * The next one-time code of the selected user, for sign-in or a pending setup. A code can be used once, and two codes are
   * valid at a time: advance the {@link Sandbox.clock} by 30 seconds for more.
   */
  code(): Promise<string>;
  /**
   * Makes an operation fail from now on; replaces an earlier call for the same operation. With status 0 the operation
   * runs normally, which is useful with a `delay`.
   */
  fail(operation: Endpoint, status: number, code?: string, options?: FailOptions): Sandbox;
  /** The organization's clock. */
  readonly clock: { advance(milliseconds: number): void };
  /** The requests so far in order, with secrets replaced by `***`. */
  requests(): readonly LoggedRequest[];
  /** The mails so far, to one address or to all, newest first. The sandbox keeps them instead of sending them. */
  mail(to?: string): readonly CaughtMail[];
}

/** The content of the organization, as `POST /__sandbox/workspaces` accepts it. */
export type CreateSandboxOptions = Omit<SeedOptions, 'tag'>;

/** Breaks connections in a page. */
const pageConnection: ConnectionBreaker = {
  drop() {
    throw new ConnectionDroppedError();
  },
  async truncate(response) {
    const body = await response.text();
    return new Response(body.slice(0, body.length / 2), { status: response.status, headers: response.headers });
  },
};

/**
 * Creates an in-memory server with the organization Northwind Dental, which is seeded at the first request. Runs in
 * Node, and in pages of a secure context (HTTPS or localhost), which the Web Crypto API needs.
 */
export function createSandbox(options: CreateSandboxOptions = {}): Sandbox {
  const organizationId = northwindIds()();
  const testControls = new TestControls(pageConnection, organizationId);
  const clockOffset = () => testControls.clockOffset(organizationId);
  const mailCatcher = new MailCatcher('no-reply@agni.example', () => Date.now() + clockOffset());
  const passwordHasher = pbkdf2Hasher(platformRandom);
  const { app, services } = createApp({ store: memoryStore(), passwordHasher, testControls, sender: mailCatcher });
  const { store } = services;
  let seeding: ReturnType<typeof seedWorkspace> | undefined;
  /** Changes by `having` and `integrations` that have not started, and the promise of the last one that has. */
  const queuedChanges: (() => Promise<void>)[] = [];
  let lastChange: Promise<void> | undefined;
  let role: SandboxRole = 'OWNER';
  const startedSessions = new Map<string, Promise<SessionTokens>>();

  const seeded = () => {
    seeding ??= seedWorkspace({ ...services, newId: northwindIds(), now: Date.now() }, options);
    return seeding;
  };

  /** Resolves when the organization is seeded and all changes are made. */
  const ready = () => {
    for (const change of queuedChanges.splice(0)) {
      lastChange = (lastChange ?? seeded().then(() => undefined)).then(change);
    }
    return lastChange ?? seeded();
  };

  const findUser = async (current: SandboxRole): Promise<UserRow | undefined> => {
    const account = (await seeded()).accounts.find((user) => user.role === current);
    return account && store.get(users, account.id);
  };

  const requireUser = async (current: SandboxRole): Promise<UserRow> => {
    const user = await findUser(current);
    if (!user) throw new Error(`agni-settings: the sandbox has no user with the role ${current}`);
    return user;
  };

  /** Issues tokens for the user's session. The session starts once: a user who signed out stays signed out. */
  const tokensFor = async (current: SandboxRole) => {
    const user = await findUser(current);
    if (!user) return undefined;
    const started = startedSessions.get(user.id) ?? services.sessions.start(user, pageClient());
    startedSessions.set(user.id, started);
    const session = await store.get(sessions, (await started).session.id);
    return session && services.sessions.issueTokens(session, user);
  };

  const addCredentials = async (request: Request, current: SandboxRole) => {
    await ready();
    if (request.headers.has('authorization') || request.headers.has('x-api-key')) return request;
    const tokens = await tokensFor(current);
    if (!tokens) return request;
    // In cookie mode the refresh token goes into the body, because scripts cannot set cookies on a request.
    if (/\/auth\/refresh$/.test(new URL(request.url).pathname) && ['', '{}'].includes(await request.clone().text())) {
      const headers = { 'Content-Type': 'application/json' };
      return new Request(request, { headers, body: JSON.stringify({ refresh_token: tokens.refreshToken }) });
    }
    const signed = new Request(request);
    signed.headers.set('Authorization', `Bearer ${tokens.accessToken}`);
    return signed;
  };

  const answer = async (request: Request): Promise<Response> => {
    const offset = clockOffset();
    const response = await app.fetch(await addCredentials(request.clone(), role));
    if (response.status !== 401 || offset === clockOffset()) return response;
    // The token was issued before the clock advanced and may have expired. A wrong password or code is not sent again.
    return /"INVALID_(CREDENTIALS|CODE)"/.test(await response.clone().text()) ? response : answer(request);
  };

  const sandbox: Sandbox = {
    organizationId,
    password: seededPassword,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      return untilAborted(request.signal, answer(request));
    },
    as(next) {
      role = next;
      return sandbox;
    },
    having(state) {
      const current = role;
      queuedChanges.push(async () => applyUserState(await requireUser(current), state, services));
      return sandbox;
    },
    integrations(states) {
      queuedChanges.push(() => {
        const newId = () => services.newId(organizationId);
        return setIntegrations({ rows: store, organizationId, newId, now: services.now(organizationId) }, states);
      });
      return sandbox;
    },
    async code() {
      const current = role;
      await ready();
      return nextTotpCode(await requireUser(current), services);
    },
    fail(operation, status, code = codeOfStatus(status), more = {}) {
      const { details, headers, delay: delayMs, drop: isDropped, times = Number.POSITIVE_INFINITY } = more;
      const error = new HttpError(status, code, 'The sandbox was told to answer this', { details });
      const body = more.body ?? (status < 400 ? undefined : errorBody(error, operation));
      const override = { status: status || undefined, body, headers, delayMs, isDropped };
      testControls.overrides.clear(organizationId, operation.name);
      testControls.overrides.add({ organizationId, operation: operation.name }, override, times);
      return sandbox;
    },
    clock: { advance: (milliseconds) => testControls.setClockOffset(organizationId, clockOffset() + milliseconds) },
    requests: () => testControls.requests.of(organizationId),
    mail: (to) => mailCatcher.list(to),
  };
  return sandbox;
}

/** Settles as `fetch` does: rejects with the signal's reason if the signal aborts before the response. */
function untilAborted<Result>(signal: AbortSignal, response: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    response.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function pageClient() {
  const userAgent = typeof navigator === 'undefined' ? '' : navigator.userAgent;
  return { userAgent, address: '192.0.2.1', location: 'Dublin, Ireland' };
}

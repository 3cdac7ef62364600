import type { Endpoint } from '../contract/endpoint.js';
import { codeOfStatus } from '../contract/fault.js';
import { createApp } from './app.js';
import type { Grant } from './auth/session-service.js';
import { platformRandom } from './crypto/digest.js';
import { pageHasher } from './crypto/password-hasher.js';
import { MemoryStore } from './db/memory-store.js';
import { sessions, type UserRow, users } from './db/tables.js';
import { Refusal, refusalBody } from './http/http-error.js';
import { type CaughtMail, MailCatcher } from './mail/mail-catcher.js';
import { type IntegrationStates, setIntegrations } from './seed/integration-states.js';
import { northwindIds, seededPassword, seededTotpSecret, seedWorkspace } from './seed/seed-workspace.js';
import type { LoggedRequest } from './testing/request-log.js';
import { Lab, type Wire } from './testing/test-controls.js';
import { changePerson, nextCode, type PersonState } from './testing/user-state.js';

export type { CaughtMail, IntegrationStates, PersonState };

/** Whom requests come from; `nobody`, or `null`, is signed out. */
export type SandboxRole = 'OWNER' | 'ADMIN' | 'MEMBER' | 'nobody' | null;

/** How an operation fails, besides its status and code. */
export interface FailOptions {
  /** Times it fails; for good where it's left out. */
  times?: number;
  /** In place of the usual error body: text as it stands, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** `error.details` of the usual body. */
  details?: unknown;
  /** Milliseconds until it answers. */
  delay?: number;
  /** The request never gets an answer, as if the network were down. */
  drop?: boolean;
}

/** The stand-in server in a page, with one workspace that dies with the object. */
export interface Sandbox {
  readonly organizationId: string;
  /** Of everybody, until they change it. */
  readonly password: string;
  /** Give it to a provider or a client as its `fetch`. Requests without `Authorization` come from {@link Sandbox.as}. */
  readonly fetch: typeof globalThis.fetch;
  /** From now on requests come from this person: the OWNER, until it's called. */
  as(role: SandboxRole): Sandbox;
  /** Changes how the person whom requests come from signs in. */
  having(state: PersonState): Sandbox;
  /** Brings the workspace's integrations into these states; one left out stays as it is. */
  integrations(states: IntegrationStates): Sandbox;
  /**
   * The next code that their authenticator app shows and the server takes, also while it's being set up. Only two are
   * good at any moment, and each is good once: move the {@link Sandbox.clock} on by half a minute for more.
   */
  code(): Promise<string>;
  /**
   * From now on the operation answers like this; an earlier word about the same operation no longer counts. With
   * status 0 it's carried out after all, for a mere `delay`.
   */
  fail(operation: Endpoint, status: number, code?: string, options?: FailOptions): Sandbox;
  /** The workspace's clock. */
  readonly clock: { advance(milliseconds: number): void };
  /** The requests so far, in the order they came, secrets struck out. */
  requests(): readonly LoggedRequest[];
  /** The mails so far, newest first; those to one address where it's named. None is ever sent. */
  mail(to?: string): readonly CaughtMail[];
}

/** What the workspace is like: as `POST /__sandbox/workspaces` takes it. */
export interface CreateSandboxOptions {
  users?: number;
  empty?: boolean;
  /** Seats of the plan, for members and pending invitations; a few more than are taken where it's left out. */
  seats?: number;
}

/** A page has no connection to break: a dropped request is an error response, which `fetch` turns into a rejection. */
const pageWire: Wire = {
  drop: () => Response.error(),
  async truncate(response) {
    const body = await response.text();
    return new Response(body.slice(0, body.length / 2), { status: response.status, headers: response.headers });
  },
};

/**
 * Makes a stand-in server with a workspace like Northwind Dental, filled at the first request. Runs in Node, and in pages
 * of a secure context (HTTPS or localhost), as all cryptography of browsers does.
 */
export function createSandbox(options: CreateSandboxOptions = {}): Sandbox {
  const organizationId = northwindIds()(); // the first of them
  const lab = new Lab(pageWire, organizationId);
  const store = new MemoryStore();
  const hasher = pageHasher(platformRandom);
  const catcher = new MailCatcher('no-reply@agni.example', () => Date.now() + lab.clockOffset(organizationId));
  const { app, services } = createApp({ store, hasher, lab, sender: catcher });
  let seeding: ReturnType<typeof seedWorkspace> | undefined;
  let changing: Promise<void> | undefined;
  const waiting: (() => Promise<void>)[] = [];
  let role: SandboxRole = 'OWNER';
  const signedIn = new Map<string, Promise<Grant>>();

  /** Fills the workspace; again and again the same promise. */
  const seeded = () => {
    seeding ??= (async () => {
      const secrets = {
        passwordHash: await hasher.hash(seededPassword),
        sealedTotpSecret: await services.sealing.seal(seededTotpSecret),
      };
      const ports = { rows: store, ...secrets, random: platformRandom, newId: northwindIds(), now: Date.now() };
      return seedWorkspace(ports, options);
    })();
    return seeding;
  };

  /** Fills the workspace and makes the changes that were asked for since. */
  const ready = () => {
    for (const change of waiting.splice(0)) changing = (changing ?? seeded().then(() => undefined)).then(change);
    return changing ?? seeded();
  };

  const personOf = async (current: SandboxRole): Promise<UserRow | undefined> => {
    const { accounts } = await seeded();
    const account = accounts.find((person) => person.role === current);
    return account && store.get(users, account.id);
  };

  const knownPerson = async (current: SandboxRole): Promise<UserRow> => {
    const user = await personOf(current);
    if (!user) throw new Error(`agni-settings: nobody in the sandbox is ${current}`);
    return user;
  };

  /** The person's session; it's begun once, so that one who signed out stays out. */
  const grantFor = async (current: SandboxRole) => {
    const user = await personOf(current);
    if (!user) return undefined;
    const begun = signedIn.get(user.id) ?? services.sessions.begin(user, clientOfPage());
    signedIn.set(user.id, begun);
    const session = await store.get(sessions, (await begun).session.id);
    return session && services.sessions.grant(session, user);
  };

  const sign = async (request: Request, current: SandboxRole) => {
    await ready();
    if (request.headers.has('authorization') || request.headers.has('x-api-key')) return request;
    const grant = await grantFor(current);
    if (!grant) return request;
    // Scripts can't set cookies on a request, so renewal in cookie mode brings the token in its body.
    if (/\/auth\/refresh$/.test(new URL(request.url).pathname) && ['', '{}'].includes(await request.clone().text())) {
      const headers = { 'Content-Type': 'application/json' };
      return new Request(request, { headers, body: JSON.stringify({ refresh_token: grant.refreshToken }) });
    }
    const signed = new Request(request);
    signed.headers.set('Authorization', `Bearer ${grant.accessToken}`);
    return signed;
  };

  const answer = async (request: Request, current: SandboxRole) => {
    const response = await app.fetch(await sign(request, current));
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };

  const sandbox: Sandbox = {
    organizationId,
    password: seededPassword,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      return untilAborted(request.signal, answer(request, role));
    },
    as(next) {
      role = next;
      return sandbox;
    },
    having(state) {
      const current = role;
      waiting.push(async () => changePerson(await knownPerson(current), state, services));
      return sandbox;
    },
    integrations(states) {
      waiting.push(() => {
        const newId = () => services.newId(organizationId);
        return setIntegrations({ rows: store, organizationId, newId, now: services.now(organizationId) }, states);
      });
      return sandbox;
    },
    async code() {
      const current = role;
      await ready();
      return nextCode(await knownPerson(current), services);
    },
    fail(operation, status, code = codeOfStatus(status), more = {}) {
      const refusal = new Refusal(status, code, 'The sandbox was told to answer this', { details: more.details });
      const target = { organizationId, operation: operation.name };
      lab.faults.clear(organizationId, operation.name);
      lab.faults.add(
        target,
        {
          status: status || undefined,
          body: more.body ?? (status < 400 ? undefined : refusalBody(refusal, operation)),
          headers: more.headers,
          delayMs: more.delay,
          isDropped: more.drop,
        },
        more.times ?? Number.POSITIVE_INFINITY,
      );
      return sandbox;
    },
    clock: {
      advance(milliseconds) {
        lab.setClockOffset(organizationId, lab.clockOffset(organizationId) + milliseconds);
      },
    },
    requests: () => lab.requests.of(organizationId),
    mail: (to) => catcher.list(to),
  };
  return sandbox;
}

/** Settles as `fetch` does: with its answer, or with the signal's reason if that comes first. */
function untilAborted<Result>(signal: AbortSignal, answer: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function clientOfPage() {
  const userAgent = typeof navigator === 'undefined' ? '' : navigator.userAgent;
  return { userAgent, address: '192.0.2.1', location: 'Dublin, Ireland' };
}

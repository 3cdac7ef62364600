import { type Agent, request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect } from 'vitest';
import { argon2Hasher } from '../../demo/server/argon2-hasher.js';
import type { RunningServer } from '../../demo/server/http-server.js';
import { type ServerOptions, startServer } from '../../demo/server/start-server.js';
import type { Store } from '../../src/sandbox/db/store.js';
import type { LogEntry } from '../../src/sandbox/platform.js';
import type { Place, StoreKind } from './stores.js';

/** An answer; its body is parsed if it is JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: each test expects its own shape
  body: any;
  text: string;
}

/** Optional parts of a request. */
export interface Extra {
  /** Access token. */
  token?: string | undefined;
  /** API key. */
  key?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One of a workspace's accounts. */
export interface Account {
  email: string;
  password: string;
  role: string;
  user_id: string;
  access_token: string;
}

/** A workspace for one test. */
export interface TestWorkspace {
  id: string;
  owner: Account;
  admin: Account;
  member: Account;
}

/** A listening server, with helpers that send requests. */
export class Api {
  url = '';
  readonly log: LogEntry[] = [];

  /** Sends a request; a body that isn't text is sent as JSON. */
  async send(method: string, path: string, extra: Extra = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(extra.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(extra.token === undefined ? {} : { Authorization: `Bearer ${extra.token}` }),
        ...(extra.key === undefined ? {} : { 'X-Api-Key': extra.key }),
        ...extra.headers,
      },
      ...(extra.body === undefined
        ? {}
        : { body: typeof extra.body === 'string' ? extra.body : JSON.stringify(extra.body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    const body = isJson ? JSON.parse(text) : undefined;
    // Clients show the message to developers, and to users if they do not know the code.
    if (isJson && response.status >= 400) expect(body.message, `the message of ${method} ${path}`).toMatch(/\S/);
    return { status: response.status, headers: response.headers, text, body };
  }

  get(path: string, extra?: Extra) {
    return this.send('GET', path, extra);
  }

  post(path: string, body?: unknown, extra?: Extra) {
    return this.send('POST', path, { ...extra, body });
  }

  /** Sends exactly this path and these headers, which `fetch` would normalize; without an agent on a new connection. */
  raw(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string | Uint8Array,
    agent: Agent | false = false,
  ): Promise<Answer & { isReused: boolean }> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(this.url);
      const request = httpRequest({ hostname, port, method, path, headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const isJson = response.headers['content-type']?.includes('json');
          const pairs = Object.entries(response.headers).map(
            ([name, value]) => [name, String(value)] as [string, string],
          );
          const status = response.statusCode ?? 0;
          const isReused = request.reusedSocket;
          resolve({ status, headers: new Headers(pairs), text, body: isJson ? JSON.parse(text) : undefined, isReused });
        });
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  /** Creates a workspace that no other test uses. */
  async workspace(
    options: { users?: number; empty?: boolean; seats?: number } = { empty: true },
  ): Promise<TestWorkspace> {
    const { status, body } = await this.post('/__sandbox/workspaces', options);
    if (status !== 200) throw new Error(`No workspace: ${status} ${JSON.stringify(body)}`);
    const byRole = (role: string) => body.accounts.find((account: Account) => account.role === role) as Account;
    return { id: body.org_id, owner: byRole('OWNER'), admin: byRole('ADMIN'), member: byRole('MEMBER') };
  }

  /** Signs in; resolves to the data of the answer, with the tokens. */
  async signIn({ email, password }: Account, extra?: Extra) {
    const { status, body, headers } = await this.post('/api/v1/auth/login', { email, password }, extra);
    if (status !== 200) throw new Error(`Not signed in: ${status} ${JSON.stringify(body)}`);
    return { ...body.data, headers } as { access_token: string; refresh_token: string; headers: Headers };
  }

  /** Creates an API key; resolves to its id and secret. */
  async apiKey({ owner }: TestWorkspace, more: { name?: string; expires_at?: string } = {}) {
    const { status, body } = await this.post(
      '/api/v1/api-keys',
      { name: 'test', ...more },
      { token: owner.access_token },
    );
    if (status !== 200) throw new Error(`No key: ${status} ${JSON.stringify(body)}`);
    return body.data as { id: string; key: string; last_four: string };
  }

  /** Sets the workspace's clock ahead of the server's. */
  async setClock(organizationId: string, milliseconds: number) {
    await this.post('/__sandbox/clock', { org_id: organizationId, offset_ms: milliseconds });
  }
}

/** The store of a suite's server, for checks that the API does not allow. */
export interface Behind {
  store: Store;
  place: Place;
  /** Ends the server and starts another one on the same data. */
  restart(): Promise<void>;
}

/** The lowest cost: suites check which passwords are hashed, not the cost of a hash. */
export const quickCost = { memoryCost: 1024, timeCost: 1, parallelism: 1 };

/** Starts a server for a suite on a new store of this kind, and ends it afterwards. */
export function serveOn(kind: StoreKind, options: Partial<ServerOptions> = {}): { api: Api; behind: Behind } {
  const api = new Api();
  const behind = {} as Behind;
  let server: RunningServer;
  const start = async () => {
    behind.store = options.store ?? (await behind.place.open());
    server = await startServer({
      store: behind.store,
      passwordHasher: argon2Hasher(quickCost),
      host: '127.0.0.1',
      port: 0,
      hasControl: true,
      log: (entry) => api.log.push(entry),
      ...options,
    });
    api.url = server.url;
  };
  behind.restart = async () => {
    await server.drain(1_000);
    if (kind.isLasting) await behind.store.close(); // a memory store would lose its data
    await start();
  };
  beforeAll(async () => {
    behind.place = await kind.place();
    await start();
  });
  afterAll(async () => {
    await server.drain(1_000);
    await behind.store.close();
    await behind.place.remove();
  });
  return { api, behind };
}

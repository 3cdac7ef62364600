import fc from 'fast-check';
import { fillPath, isObject } from '../../../src/contract/all.js';
import { createApp } from '../../../src/sandbox/app.js';
import { codeOfStep, stepAt } from '../../../src/sandbox/crypto/totp.js';
import type { Store } from '../../../src/sandbox/db/store.js';
import { users } from '../../../src/sandbox/db/tables.js';
import { maxBodyBytes } from '../../../src/sandbox/http/request-body.js';
import { MailCatcher } from '../../../src/sandbox/mail/mail-catcher.js';
import { exampleOf } from '../../../src/sandbox/openapi/examples.js';
import { TestControls } from '../../../src/sandbox/testing/test-controls.js';
import { type Operation, operations, parsed, undocumented } from './documented.js';
import { asText, choices, collectionOf, fitting, KnownValues, oddText } from './values.js';

type Json = Record<string, unknown>;

/** Milliseconds by which the clock sometimes advances: an access token, a day, an invitation, a session expires. */
const leaps = [60_000, 900_000, 86_400_000, 8 * 86_400_000];

const brokenBodies = ['{"name":', '[]', '', '{"__proto__":{"role":"OWNER"}}', '['.repeat(10_000)];
const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-8'];
const wrongCredentials: Record<string, string>[] = [
  {},
  { Authorization: 'Bearer wrong' },
  { 'X-Api-Key': 'wrong' },
  { Cookie: '__Host-agni_access=wrong' },
];

/** Operations that make sense after another one succeeded, by the same account. */
const sequels: Readonly<Record<string, readonly string[]>> = {
  setUpTwoFactor: ['verifyTwoFactor'],
  verifyTwoFactor: ['login', 'replaceRecoveryCodes', 'disableTwoFactor'],
  login: ['answerTwoFactorChallenge', 'refreshSession'],
  refreshSession: ['refreshSession'],
  answerTwoFactorChallenge: ['replaceRecoveryCodes', 'disableTwoFactor', 'refreshSession'],
  listCalcomAppointments: ['getCalcomAppointment', 'manageCalcomAppointment'],
};

/** A request before its values are chosen. */
interface Plan {
  operation: Operation;
  account: TestAccount;
  /** Whether some of its values are wrong on purpose. */
  isWild: boolean;
}

interface TestAccount {
  role: string;
  user_id: string;
  email: string;
  password: string;
  access_token: string;
}

/** A server with one workspace, for all requests of one seed. The seed determines clock and random numbers. */
class FuzzSession {
  readonly #random;
  readonly #known = new KnownValues();
  readonly #server;
  #accounts: TestAccount[] = [];
  #sequel: Plan | undefined;
  #organizationId = '';
  #now = Date.parse('2026-07-01T09:00:00Z');
  #failure = '';

  constructor(seed: number, store: Store) {
    const now = () => this.#now;
    this.#random = choices(seed);
    this.#server = createApp({
      store,
      now,
      // Hashing would take most of the time.
      passwordHasher: {
        hash: async (password) => `plain ${password}`,
        verify: async (hash, password) => hash === `plain ${password}`,
      },
      random: this.#random.bytes,
      sender: new MailCatcher('no-reply@agni.example', now),
      testControls: new TestControls({ drop: () => Response.error(), truncate: async (response) => response }),
      hasControlRoutes: true,
      clientAddress: () => `192.0.2.${seed}`,
      log: ({ event, stack }) => {
        if (event === 'failure') this.#failure = String(stack);
      },
    });
  }

  #fetch(method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) {
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: { ...type, ...headers },
      ...(body && { body }),
    });
    return this.#server.app.fetch(request);
  }

  async #control(path: string, body: object) {
    return (await this.#fetch('POST', `/__sandbox/${path}`, {}, JSON.stringify(body))).json();
  }

  /** Creates the workspace, and reads all lists, so that ids are known. */
  async begin() {
    const { org_id, accounts } = await this.#control('workspaces', {});
    this.#organizationId = org_id;
    this.#accounts = accounts;
    for (const name of ['org_id', 'organization_id', 'profile']) this.#known.add(name, org_id);
    const headers = { Authorization: `Bearer ${this.#accounts[0]?.access_token}` };
    for (const { method, path, described } of operations) {
      if (method !== 'GET' || path.includes('{') || !described.responses[200]) continue;
      const answer = await this.#fetch('GET', `${path}?org_id=${org_id}`, headers);
      this.#known.read(parsed(await answer.text()), collectionOf(path));
    }
  }

  /** A value of a field or parameter: a known value or an example; in wild requests also any other value. */
  async #value(name: string, schema: Json, { isWild, account, operation }: Plan): Promise<unknown> {
    const { pick, once, one } = this.#random;
    if (isWild && once(4)) return pick(() => fitting(schema));
    if (isWild && once(5)) return pick(() => fc.oneof(oddText, fc.jsonValue({ maxDepth: 1 })));
    const secret = this.#known.of('secret').at(-1);
    if (name === 'code' && secret) return codeOfStep(String(secret), stepAt(this.#now) + one([0, 0, 1, -1]));
    if (name === 'new_password') return `Lantern-quiet-${pick(fc.nat, 1000)}`;
    if (/^(current_)?password$/.test(name)) return account.password;
    if (name === 'email' && operation.name === 'login') return account.email;
    // Ids by their collection: of a user in /users/{id}, of an agent as agent_id, of an account as calcom_account_id.
    const collections = [name.replace(/_id$/, 's'), name.replace(/.*_(\w+)_id$/, '$1s')];
    if (operation.path.includes(`{${name}}`)) collections.push(collectionOf(operation.path, name));
    const known = /id$|token|key|email|recovery/.test(name) ? this.#known.of(...collections, name, `${name}s`) : [];
    if (known.length && !once(6)) return one(known);
    return Array.isArray(schema.enum) ? one(schema.enum) : exampleOf(schema, name);
  }

  async #body(plan: Plan): Promise<string | Uint8Array<ArrayBuffer> | undefined> {
    const { pick, once, one } = this.#random;
    const { isWild, operation } = plan;
    if (operation.method === 'GET') return undefined;
    if (isWild && once(8)) return pick(() => fc.oneof(oddText, fc.json(), fc.constantFrom(...brokenBodies)));
    if (isWild && once(40)) return one([new Uint8Array([0x7b, 0xff, 0x7d]), new Uint8Array(maxBodyBytes + 1)]);
    const schema = operation.described.requestBody?.content['application/json'].schema;
    const body: Json = {};
    for (const [name, inner] of Object.entries<Json>(schema?.properties ?? {})) {
      if (once(schema.required?.includes(name) ? 30 : 3)) continue;
      body[name] = await this.#value(name, inner, plan);
    }
    if (isWild && once(8)) body[one(['role', 'id', 'organization_id', 'other', 'constructor'])] = pick(() => oddText);
    return schema || once(10) ? JSON.stringify(body) : undefined;
  }

  /** The address of a request. Replaces values that can't be a segment of a path. */
  async #address(plan: Plan): Promise<string> {
    const { once } = this.#random;
    const { path, described } = plan.operation;
    const params: Record<string, string> = {};
    const search = new URLSearchParams();
    for (const { in: place, name, required, schema } of described.parameters) {
      if (place === 'path') params[name] = asText(await this.#value(name, schema, plan));
      else if (required || once(2)) search.append(name, asText(await this.#value(name, schema, plan)));
      if (place === 'query' && plan.isWild && once(10)) search.append(name, 'again');
    }
    const filled = fillPath(path, params) ?? path.replaceAll(/[{}]/g, '');
    return search.size ? `${filled}?${search}` : filled;
  }

  #credential({ account, operation: { described } }: Plan): Record<string, string> {
    const { once, one } = this.#random;
    if (once(12)) return one(wrongCredentials);
    const key = this.#known.of('key').at(-1);
    const takesKey = described.security.some((scheme: Json) => scheme.apiKey);
    if (key && once(takesKey ? 3 : 20)) return { 'X-Api-Key': String(key) };
    return { Authorization: `Bearer ${account.access_token}` };
  }

  /** Advances the clock, and sometimes connects a provider, disconnects it, or lets it refuse its key. */
  async #happen() {
    const { once, one } = this.#random;
    this.#now += 10_000 + (once(25) ? one(leaps) : 0);
    if (!once(25)) return;
    const account = { account_name: 'Front desk', status: one(['active', 'inactive']), error: 'rejected' };
    const states = { ghl: one(['active', 'none', 'token_invalid']), calcom: one([[], [account]]) };
    await this.#control('integrations', { org_id: this.#organizationId, ...states });
  }

  /** Signs all accounts in again: tokens expire, and requests sign out. */
  async #signIn() {
    const { store, sessions } = this.#server.services;
    for (const account of this.#accounts) {
      const user = await store.get(users, account.user_id);
      if (user) account.access_token = (await sessions.start(user, { userAgent: 'fuzz', address: '' })).accessToken;
    }
  }

  /** Records the values of a successful request, so that later requests use them. */
  #learn({ operation, account }: Plan, body: unknown, text: string) {
    this.#known.read(parsed(text), collectionOf(operation.path));
    const sent = typeof body === 'string' ? parsed(body) : undefined;
    if (operation.name === 'changePassword' && isObject(sent)) account.password = String(sent.new_password);
    const next = this.#random.one(sequels[operation.name] ?? ['']);
    const sequel = operations.find(({ name }) => name === next);
    this.#sequel = sequel && { operation: sequel, account, isWild: false };
  }

  /** Sends a random request: the sequel of the previous request, or a call of the wanted operation. */
  async step(wanted: Operation): Promise<{ answer: string; problem: string | undefined }> {
    const { once, one } = this.#random;
    await this.#happen();
    const [owner] = this.#accounts as [TestAccount];
    const plan = this.#sequel ?? { operation: wanted, account: one([owner, ...this.#accounts]), isWild: once(2) };
    this.#sequel = undefined;
    const { operation, isWild, account } = plan;
    const credential = this.#credential(plan);
    const address = await this.#address(plan);
    const body = await this.#body(plan);
    const type = isWild && body && once(12) ? { 'Content-Type': one(types) } : undefined;
    this.#failure = '';
    const response = await this.#fetch(operation.method, address, { ...credential, ...type }, body);
    const { status } = response;
    const text = await response.text();
    if (status === 401) await this.#signIn();
    if (status === 200) this.#learn(plan, body, text);
    const found = undocumented(operation, status, text);
    const sender = `${Object.keys(credential)} of ${account.role}`;
    const request = `${operation.method} ${address} by ${sender} ${type?.['Content-Type'] ?? ''} ${body}`;
    const lines = [found, request, `${status} ${text}`, this.#failure].map((line) => line?.slice(0, 600));
    return { answer: `${operation.name} ${status}`, problem: found && lines.join('\n  ') };
  }
}

/**
 * Sends `requestsPerSeed` random requests for each seed, to all operations in turn, from every role and credential. The
 * same seed sends the same requests. Resolves to the answers of each operation, such as `listUsers 200`, and the
 * answers that the OpenAPI document does not describe.
 */
export async function fuzz(seeds: readonly number[], requestsPerSeed: number, store: Store) {
  const problems: string[] = [];
  const answers = new Set<string>();
  for (const seed of seeds) {
    const session = new FuzzSession(seed, store);
    await session.begin();
    for (let index = 0; index < requestsPerSeed; index += 1) {
      const operation = operations[(seed * requestsPerSeed + index * 23) % operations.length] as Operation;
      const { answer, problem } = await session.step(operation);
      answers.add(answer);
      if (problem) problems.push(`seed ${seed}, request ${index}: ${problem}`);
    }
  }
  return { problems, answers };
}

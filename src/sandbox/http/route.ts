import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { definitionOf } from '../../contract/definition.js';
import type { DefinitionOf, Endpoint, EndpointDefinition, Schema } from '../../contract/endpoint.js';
import { fieldReasons } from '../../contract/fault.js';
import { isObject } from '../../contract/json.js';
import { capabilitiesOf } from '../../contract/roles.js';
import { uuid } from '../../contract/wire.js';
import type { KeyHolder, Person } from '../auth/caller.js';
import { authenticate } from '../auth/credentials.js';
import type { OrganizationRow } from '../db/tables.js';
import type { Services } from '../services.js';
import { forbidden, invalidRequest, Refusal } from './http-error.js';
import { neededCapability, openBeforePasswordChange } from './permissions.js';
import { isStorable, readBody } from './request-body.js';

/** What the app keeps beside each request. */
export interface Variables {
  requestId: string;
  /** The parsed body; read once, whoever asks first. Throws as `readJson` does. */
  readBody: () => Promise<unknown>;
  operation: Endpoint | undefined;
}

export type SandboxContext = Context<{ Variables: Variables }>;

type CallerOf<E> = E extends { auth: 'user' } ? Person : E extends { auth: 'none' } ? null : Person | KeyHolder;

/** A request that was let in: who asks, and everything it says, checked by the operation's schemas. */
export interface Call<E extends EndpointDefinition> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: E extends { query: infer Q extends Schema } ? z.output<Q> : Record<never, never>;
  readonly body: E extends { body: infer B extends Schema } ? z.output<B> : undefined;
  readonly caller: CallerOf<E>;
  readonly organization: E extends { auth: 'none' } ? undefined : OrganizationRow;
  /** Rows asked for. Without a `limit` in the query it's {@link usualLimit}. */
  readonly page: { readonly limit: number; readonly offset: number };
  /** The moment of the request by the workspace's clock. */
  readonly now: Date;
  readonly context: SandboxContext;
}

/** A page of rows, as they go out. `limit` only where it isn't the one that was asked for. */
export interface ListAnswer {
  readonly items: readonly object[];
  readonly total: number | string;
  readonly limit?: number;
}

type Answer<E> = E extends { shape: 'list' }
  ? Promise<ListAnswer>
  : E extends { shape: 'none' }
    ? Promise<void>
    : Promise<object>;

/** Serves an operation of the contract: its path, method, credential, schemas and reply shape are the contract's. */
export type Route = <const E extends Endpoint>(
  operation: E,
  handle: (call: Call<DefinitionOf<E>>) => Answer<DefinitionOf<E>>,
) => void;

const usualLimit = 50;
const mostLimit = 200;

/** Operations with an idea of their own of a limit that makes no sense (docs/contract.md 11.6). */
const lenientLimits = new Set(['listCalcomAppointments']);

/** Path parameters that are ids of our own; others belong to providers and may look like anything. */
const ownIds = ['id', 'session_id', 'agent_id'];

/** A {@link Route} that collects, and what puts everything collected on an app: literal paths before ones with places. */
export function collectRoutes(services: Services) {
  const collected: { operation: EndpointDefinition; handle: (c: SandboxContext) => Promise<Response> }[] = [];
  const route: Route = (endpoint, handle) => {
    const operation: EndpointDefinition = definitionOf(endpoint);
    const answer = handle as (call: Call<EndpointDefinition>) => Promise<unknown>;
    collected.push({
      operation,
      handle: async (c) => reply(c, operation, await letIn(c, operation, services, answer)),
    });
  };
  const placesIn = ({ path }: Endpoint) => path.split('{').length;
  const register = (app: Hono<{ Variables: Variables }>) => {
    for (const { operation, handle } of collected.sort((a, b) => placesIn(a.operation) - placesIn(b.operation))) {
      app.on(operation.method, operation.path.replace(/{(\w+)}/g, ':$1'), (c) => {
        c.set('operation', operation);
        return handle(c);
      });
    }
  };
  return { route, register };
}

async function letIn(
  c: SandboxContext,
  operation: EndpointDefinition,
  services: Services,
  answer: (call: Call<EndpointDefinition>) => Promise<unknown>,
) {
  const caller = await authenticate(c, operation, services);
  if (caller?.kind === 'person') demandPermission(caller, operation);
  const params = readParams(c, operation);
  const query = readQuery(c, operation);
  if (caller) demandOwnOrganization(caller, query);
  const body = operation.body && bodyOf(operation, await c.get('readBody')());
  if (caller) demandOwnOrganization(caller, body);
  const organization = caller?.organization;
  const { limit = usualLimit, offset = 0 } = query as { limit?: number; offset?: number };
  const now = new Date(services.now(organization?.id));
  const page = { limit, offset };
  const result = await answer({
    params,
    query,
    body,
    caller,
    organization,
    page,
    now,
    context: c,
  } as Call<EndpointDefinition>);
  return { result, page };
}

/** The body, read by the operation's schema. Services that tell no fields apart call a misfit a malformed request. */
function bodyOf({ body: schema, faults = [] }: EndpointDefinition, given: unknown) {
  try {
    return schema && readBody(schema, given);
  } catch (error) {
    const isPlain = faults.includes('INVALID_REQUEST') && !faults.includes('VALIDATION_FAILED');
    if (!isPlain || !(error instanceof Refusal) || error.code !== 'VALIDATION_FAILED') throw error;
    throw invalidRequest(`Wrong or missing: ${[...fieldReasons(error.details).keys()].join(', ')}`);
  }
}

function demandPermission({ user }: Person, { name }: Endpoint) {
  if (user.must_change_password && !openBeforePasswordChange.has(name)) {
    throw new Refusal(403, 'PASSWORD_CHANGE_REQUIRED', 'Choose a password of your own first');
  }
  const needed = neededCapability[name];
  if (needed && !capabilitiesOf({ role: user.role }).has(needed)) throw forbidden('Your role may not do this');
}

/** The token decides about the workspace; a request that names another one is a mistake or an attempt. */
function demandOwnOrganization({ organization }: Person | KeyHolder, named: unknown) {
  if (!isObject(named)) return;
  for (const id of [named.org_id, named.organization_id]) {
    if (typeof id === 'string' && id.toLowerCase() !== organization.id) throw forbidden('That is not your workspace');
  }
}

function readParams(c: SandboxContext, { path }: Endpoint): Record<string, string> {
  const names = [...path.matchAll(/{(\w+)}/g)].map(([, name = '']) => name);
  return Object.fromEntries(
    names.map((name) => {
      const value = c.req.param(name) ?? '';
      if (!ownIds.includes(name)) {
        if (!isStorable(value)) throw invalidRequest(`${name} holds broken characters`);
        return [name, value];
      }
      if (!uuid.safeParse(value).success) throw invalidRequest(`${name} must be a UUID`);
      return [name, value.toLowerCase()];
    }),
  );
}

function readQuery(c: SandboxContext, { name: operation, query: schema }: EndpointDefinition): object {
  if (!schema) return {};
  const given: Record<string, unknown> = {};
  for (const [name, value] of new URL(c.req.url).searchParams) {
    if (Object.hasOwn(given, name)) throw invalidRequest(`${name} is there twice`);
    if (!isStorable(name + value)) throw invalidRequest('The query holds broken characters');
    const isCount = name === 'limit' || name === 'offset';
    given[name] = isCount ? readCount(name, value, lenientLimits.has(operation)) : value;
  }
  const result = schema.safeParse(given);
  if (!result.success)
    throw invalidRequest(`Wrong or missing: ${result.error.issues.map(({ path }) => path.join('.'))}`);
  return result.data as object;
}

function readCount(name: 'limit' | 'offset', value: string, isLenient: boolean): number {
  if (isLenient && /^-?\d{1,9}$/.test(value)) return Number(value);
  if (!/^\d{1,9}$/.test(value) || (name === 'limit' && Number(value) === 0)) {
    throw invalidRequest(`${name} must be a whole number`);
  }
  return name === 'limit' ? Math.min(Number(value), mostLimit) : Number(value);
}

/** Wraps a result in the operation's documented shape. */
function reply(
  c: SandboxContext,
  { shape = 'object' }: EndpointDefinition,
  { result, page }: { result: unknown; page: { limit: number; offset: number } },
) {
  if (result instanceof Response) return result;
  if (shape === 'bare') return c.json(result as object);
  const said = { success: true, message: 'OK' };
  if (shape === 'none') return c.json(said);
  if (shape !== 'list') return c.json({ ...said, data: result as object });
  const { items, total, limit = page.limit } = result as ListAnswer;
  return c.json({ ...said, data: items, meta: { total, limit, offset: page.offset } });
}

import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { definitionOf } from '../../contract/definition.js';
import type { DefinitionOf, Endpoint, EndpointDefinition, Schema } from '../../contract/endpoint.js';
import { fieldReasons } from '../../contract/fault.js';
import { isObject } from '../../contract/json.js';
import { capabilitiesOf } from '../../contract/roles.js';
import { uuid } from '../../contract/wire.js';
import { authenticate, readAgain } from '../auth/authenticate.js';
import type { ApiKeyCaller, Change, UserCaller } from '../auth/caller.js';
import { organizationKey } from '../db/store.js';
import type { OrganizationRow } from '../db/tables.js';
import type { Services } from '../services.js';
import { forbidden, HttpError, invalidRequest, unauthorized } from './http-error.js';
import { allowedBeforePasswordChange, requiredCapability } from './permissions.js';
import { parseBody, readJson, requireStorable } from './request-body.js';

/** Values of a request in Hono's context. */
export interface Variables {
  requestId: string;
  operation: Endpoint | undefined;
}

export type SandboxContext = Context<{ Variables: Variables }>;

type CallerOf<E> = E extends { auth: 'user' }
  ? UserCaller
  : E extends { auth: 'none' }
    ? null
    : UserCaller | ApiKeyCaller;

/** An authorized request, parsed by the operation's schemas. */
export interface RouteRequest<E extends EndpointDefinition> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: E extends { query: infer Q extends Schema } ? z.output<Q> : Record<never, never>;
  readonly body: E extends { body: infer B extends Schema } ? z.output<B> : undefined;
  readonly caller: CallerOf<E>;
  readonly organization: E extends { auth: 'none' } ? undefined : OrganizationRow;
  /** Runs a transaction that writes for the caller; operations without a credential use the store instead. */
  readonly change: Change<CallerOf<E>>;
  /** The requested page; `limit` defaults to 50. */
  readonly page: { readonly limit: number; readonly offset: number };
  /** The time of the request by the organization's clock. */
  readonly now: Date;
  readonly context: SandboxContext;
}

/** A page of items. `limit` is set only if it differs from the requested one. */
interface ListReply {
  readonly items: readonly object[];
  readonly total: number | string;
  readonly limit?: number;
}

type Reply<E> = E extends { shape: 'list' }
  ? Promise<ListReply>
  : E extends { shape: 'none' }
    ? Promise<void>
    : Promise<object>;

/** Serves an operation: path, method, credential, schemas and reply shape come from the contract. */
export type Route = <const E extends Endpoint>(
  endpoint: E,
  handle: (request: RouteRequest<DefinitionOf<E>>) => Reply<DefinitionOf<E>>,
) => void;

const defaultLimit = 50;
const maxLimit = 200;

/** Operations that replace an invalid limit by the default instead of answering 400 (docs/contract.md 11.6). */
const lenientLimits = new Set(['listCalcomAppointments']);

/** Path parameters that are UUIDs; the others are ids of a provider. */
const uuidParams = ['id', 'session_id', 'agent_id'];

/** Collects routes, and registers them on an app: literal paths before paths with parameters. */
export function collectRoutes(services: Services) {
  const collected: { operation: EndpointDefinition; handle: (c: SandboxContext) => Promise<Response> }[] = [];
  const route: Route = (endpoint, handle) => {
    const operation: EndpointDefinition = definitionOf(endpoint);
    const untyped = handle as (request: RouteRequest<EndpointDefinition>) => Promise<unknown>;
    collected.push({
      operation,
      handle: async (c) => {
        const request = await authorize(c, operation, services);
        return reply(c, operation, await untyped(request), request.page);
      },
    });
  };
  const paramCount = ({ path }: Endpoint) => path.split('{').length;
  const register = (app: Hono<{ Variables: Variables }>) => {
    for (const { operation, handle } of collected.sort((a, b) => paramCount(a.operation) - paramCount(b.operation))) {
      app.on(operation.method, operation.path.replace(/{(\w+)}/g, ':$1'), (c) => {
        c.set('operation', operation);
        return handle(c);
      });
    }
  };
  return { route, register };
}

async function authorize(
  c: SandboxContext,
  operation: EndpointDefinition,
  services: Services,
): Promise<RouteRequest<EndpointDefinition>> {
  const caller = await authenticate(c, operation, services);
  if (caller?.kind === 'user') requirePermission(caller, operation);
  const params = parseParams(c, operation);
  const query = parseQuery(c, operation);
  if (caller) requireOwnOrganization(caller, query);
  const body = operation.body && parseOperationBody(operation, await readJson(c.req));
  if (caller) requireOwnOrganization(caller, body);
  const organization = caller?.organization;
  const { limit = defaultLimit, offset = 0 } = query as { limit?: number; offset?: number };
  const now = new Date(services.now(organization?.id));
  const change: Change<unknown> = (scope, work) => {
    if (!caller) throw unauthorized();
    const isOwn = scope === 'user' && caller.kind === 'user';
    const key = isOwn ? `user:${caller.user.id}` : organizationKey(caller.organization.id);
    return services.store.transaction(key, async (rows) => {
      const current = await readAgain(rows, caller, services);
      if (current.kind === 'user') requirePermission(current, operation);
      return work(rows, current);
    });
  };
  const request = { params, query, body, caller, organization, change, page: { limit, offset }, now, context: c };
  return request as unknown as RouteRequest<EndpointDefinition>;
}

/** Parses the body. Operations that list INVALID_REQUEST but not VALIDATION_FAILED answer 400 instead of 422. */
function parseOperationBody({ body: schema, faults = [] }: EndpointDefinition, given: unknown) {
  try {
    return schema && parseBody(schema, given);
  } catch (error) {
    const hasNoFields = faults.includes('INVALID_REQUEST') && !faults.includes('VALIDATION_FAILED');
    if (!hasNoFields || !(error instanceof HttpError) || error.code !== 'VALIDATION_FAILED') throw error;
    throw invalidRequest(`Wrong or missing: ${[...fieldReasons(error.details).keys()].join(', ')}`);
  }
}

function requirePermission({ user }: UserCaller, { name }: Endpoint) {
  if (user.must_change_password && !allowedBeforePasswordChange.has(name)) {
    throw new HttpError(403, 'PASSWORD_CHANGE_REQUIRED', 'Change your temporary password first.');
  }
  const capability = requiredCapability[name];
  if (capability && !capabilitiesOf({ role: user.role }).has(capability))
    throw forbidden("Your role doesn't allow this.");
}

/** Throws 403 if the query or the body names another organization than the credential's. */
function requireOwnOrganization({ organization }: UserCaller | ApiKeyCaller, named: unknown) {
  if (!isObject(named)) return;
  for (const id of [named.org_id, named.organization_id]) {
    if (typeof id === 'string' && id.toLowerCase() !== organization.id)
      throw forbidden('You are not a user of this workspace.');
  }
}

function parseParams(c: SandboxContext, { path }: Endpoint): Record<string, string> {
  const names = [...path.matchAll(/{(\w+)}/g)].map(([, name = '']) => name);
  return Object.fromEntries(
    names.map((name) => {
      const value = c.req.param(name) ?? '';
      if (!uuidParams.includes(name)) {
        requireStorable(value, name);
        return [name, value];
      }
      if (!uuid.safeParse(value).success) throw invalidRequest(`${name} must be a UUID`);
      return [name, value.toLowerCase()];
    }),
  );
}

function parseQuery(c: SandboxContext, { name: operation, query: schema }: EndpointDefinition): object {
  if (!schema) return {};
  const given: Record<string, unknown> = {};
  for (const [name, value] of new URL(c.req.url).searchParams) {
    if (Object.hasOwn(given, name)) throw invalidRequest(`${name} is there twice`);
    requireStorable(name + value, 'A parameter of the query');
    const isCount = name === 'limit' || name === 'offset';
    given[name] = isCount ? parseCount(name, value, lenientLimits.has(operation)) : value;
  }
  const result = schema.safeParse(given);
  if (result.success) return result.data as object;
  throw invalidRequest(`Wrong or missing: ${result.error.issues.map(({ path }) => path.join('.'))}`);
}

function parseCount(name: 'limit' | 'offset', value: string, isLenient: boolean): number {
  if (isLenient && /^-?\d{1,9}$/.test(value)) {
    return Number(value) < 1 || Number(value) > maxLimit ? defaultLimit : Number(value);
  }
  if (!/^\d{1,9}$/.test(value) || (name === 'limit' && Number(value) === 0)) {
    throw invalidRequest(`${name} must be a whole number`);
  }
  return name === 'limit' ? Math.min(Number(value), maxLimit) : Number(value);
}

/** Wraps the result in the operation's reply shape (docs/contract.md 3.1). */
function reply(
  c: SandboxContext,
  { shape = 'object' }: EndpointDefinition,
  result: unknown,
  page: RouteRequest<EndpointDefinition>['page'],
) {
  if (result instanceof Response) return result;
  if (shape === 'bare') return c.json(result as object);
  const envelope = { success: true, message: 'OK' };
  if (shape === 'none') return c.json(envelope);
  if (shape !== 'list') return c.json({ ...envelope, data: result as object });
  const { items, total, limit = page.limit } = result as ListReply;
  return c.json({ ...envelope, data: items, meta: { total, limit, offset: page.offset } });
}

import * as z from 'zod/mini';

import { type EndpointDefinition, endpoints, type Schema } from '../contract/all.js';
import { allowedBeforePasswordChange } from './http/permissions.js';

type Json = Record<string, unknown>;

const statusOfCode: Record<string, number> = {
  INVALID_REQUEST: 400,
  NOT_CONNECTED: 400,
  INVALID_CREDENTIALS: 401,
  TOKEN_EXPIRED: 401,
  TOKEN_REVOKED: 401,
  CHALLENGE_EXPIRED: 401,
  INVALID_CODE: 422,
  FORBIDDEN: 403,
  ACCOUNT_DISABLED: 403,
  EMAIL_NOT_VERIFIED: 403,
  INVITATION_EXPIRED: 403,
  API_ACCESS_DISABLED: 403,
  MEMBER_LIMIT_REACHED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LAST_ADMIN: 409,
  SETUP_EXPIRED: 410,
  VALIDATION_FAILED: 422,
  EMAIL_DOMAIN_NOT_ALLOWED: 422,
  PASSWORD_TOO_WEAK: 422,
  PASSWORD_REUSED: 422,
  SLOT_UNAVAILABLE: 422,
  RATE_LIMITED: 429,
  BAD_GATEWAY: 502,
};

/** The status of a fault code. A wrong one-time code is a 401 at sign-in, and a 422 elsewhere. */
const statusOfFault = (operation: EndpointDefinition, code: string) =>
  operation.name === 'answerTwoFactorChallenge' && code === 'INVALID_CODE' ? 401 : (statusOfCode[code] ?? 500);

const security: Record<EndpointDefinition['auth'], Json[]> = {
  none: [],
  user: [{ bearer: [] }, { cookie: [] }],
  key: [{ apiKey: [] }, { bearer: [] }, { cookie: [] }],
  any: [{ apiKey: [] }, { bearer: [] }, { cookie: [] }],
};

const methods = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

/** The contract as an OpenAPI 3.1 document. `x-basis` is the operation's `Basis`. */
export function openApiDocument(): object {
  const paths: Record<string, Json> = {};
  for (const operation of Object.values(endpoints)) {
    paths[operation.path] = { ...paths[operation.path], [methods[operation.method]]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Agni workspace settings',
      version: 'v1',
      description:
        'The operations behind the settings panes: those the vendor documents, and those assumed beside them.',
    },
    servers: [{ url: 'https://api.ravan.ai' }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-agni_access' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
      },
      schemas: { Fault: fault, GatewayFault: gatewayFault },
    },
  };
}

const fault = {
  type: 'object',
  required: ['success', 'message'],
  properties: {
    success: { const: false },
    message: { type: 'string' },
    code: { type: 'string' },
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: { code: { type: 'string' }, message: { type: 'string' }, details: {} },
    },
  },
};

const gatewayFault = {
  type: 'object',
  required: ['code', 'message', 'details'],
  properties: { code: { type: 'integer' }, message: { type: 'string' }, details: { type: 'array' } },
};

function describe(operation: EndpointDefinition): Json {
  const { name, path, auth, basis, body } = operation;
  return {
    operationId: name,
    tags: [path.replace(/^\/api\/v1/, '').split('/')[1]],
    'x-basis': basis,
    security: security[auth],
    parameters: [...pathParameters(path), ...queryParameters(operation)],
    ...(body ? { requestBody: { required: true, content: json(schemaOf(body, 'input')) } } : {}),
    responses: { ...success(operation), ...failures(operation) },
  };
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/{(\w+)}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(name === 'id' || name === 'agent_id' ? { format: 'uuid' } : {}) },
  }));
}

function queryParameters({ query }: EndpointDefinition): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: ['limit', 'offset'].includes(name) ? { type: 'integer', minimum: name === 'limit' ? 1 : 0 } : schema,
  }));
}

function success(operation: EndpointDefinition): Json {
  const { shape = 'object', reply } = operation;
  if (shape === 'redirect') {
    const headers = { Location: { schema: { type: 'string' } } };
    return { 302: { description: 'Leads on; opened by navigation', headers } };
  }
  const payload = reply ? schemaOf(reply, 'output') : undefined;
  return { 200: { description: 'Done', content: json(inShape(shape, payload)) } };
}

/** The body of a reply: the payload in its envelope (docs/contract.md 3.1). */
function inShape(shape: NonNullable<EndpointDefinition['shape']>, payload: Json = {}): Json {
  if (shape === 'bare') return payload;
  const properties: Json = { success: { const: true }, message: { type: 'string' } };
  if (shape === 'none') return { type: 'object', required: ['success'], properties };
  if (shape === 'object')
    return { type: 'object', required: ['success', 'data'], properties: { ...properties, data: payload } };
  const { items } = payload.properties as Json;
  const count = { type: ['integer', 'string'] };
  const meta = {
    type: 'object',
    properties: { total: count, limit: { type: 'integer' }, offset: { type: 'integer' } },
  };
  return {
    type: 'object',
    required: ['success', 'data'],
    properties: { ...properties, data: items, ...(shape === 'list' ? { meta } : {}) },
  };
}

function failures(operation: EndpointDefinition): Json {
  const { auth, body, query, path, faults = [] } = operation;
  const codes = new Map<number, string[]>();
  const add = (status: number, code: string) => codes.set(status, [...new Set([...(codes.get(status) ?? []), code])]);
  if (body || query || path.includes('{')) add(400, 'INVALID_REQUEST');
  if (auth !== 'none') {
    add(401, 'UNAUTHORIZED');
    add(403, 'FORBIDDEN');
    if (!allowedBeforePasswordChange.has(operation.name)) add(403, 'PASSWORD_CHANGE_REQUIRED');
  }
  if (body) add(422, 'VALIDATION_FAILED');
  for (const code of faults) add(statusOfFault(operation, code), code);
  if (path !== '/health') add(500, 'INTERNAL_ERROR');
  return Object.fromEntries(
    [...codes]
      .sort(([a], [b]) => a - b)
      .map(([status, known]) => {
        const isGateway = auth === 'key' && (status === 400 || status === 401);
        const schema = { $ref: `#/components/schemas/${isGateway ? 'GatewayFault' : 'Fault'}` };
        return [String(status), { description: known.join(', '), content: json(schema) }];
      }),
  );
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

/** The JSON schema of a zod schema. Checks by code, such as the order of two dates, are left out. */
function schemaOf(schema: Schema, io: 'input' | 'output'): Json {
  const { $schema, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return io === 'output' ? leniently(described) : described;
}

/** Replies may have unknown fields, and optional fields may be `null` (docs/contract.md A). */
function leniently(schema: Json): Json {
  const { additionalProperties, ...rest } = schema;
  const properties = rest.properties as Record<string, Json> | undefined;
  const required = (rest.required ?? []) as string[];
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => {
          const read = leniently(inner);
          return [name, required.includes(name) || Object.keys(read).length === 0 ? read : orNull(read)];
        }),
      ),
    }),
    ...(rest.items ? { items: leniently(rest.items as Json) } : {}),
    ...(rest.anyOf ? { anyOf: (rest.anyOf as Json[]).map(leniently) } : {}),
  };
}

function orNull(schema: Json): Json {
  return typeof schema.type === 'string' && !schema.enum && !schema.const
    ? { ...schema, type: [schema.type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] };
}

import * as z from 'zod/mini';

import { type EndpointDefinition, endpoints, type Schema } from '../contract/all.js';
import { identifier, number } from '../contract/wire.js';
import { errorBody, HttpError } from './http/http-error.js';
import { exampleOf } from './openapi/examples.js';
import { failuresOf } from './openapi/failures.js';
import { basisTexts, operationTexts, tags } from './openapi/texts.js';

type Json = Record<string, unknown>;

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
      license: { name: 'MIT', identifier: 'MIT' },
    },
    tags: Object.values(tags)
      .filter(([, description]) => description)
      .map(([name, description]) => ({ name, description })),
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
  const { name, path, auth, basis, section, body } = operation;
  const [summary, more] = operationTexts[name] ?? [];
  const [tag] = tags[path.replace(/^\/api\/v1/, '').split('/')[1] ?? ''] ?? [];
  return {
    operationId: name,
    summary,
    description: [more, basisTexts[basis], `See docs/contract.md ${section}.`].filter(Boolean).join(' '),
    tags: [tag],
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
    example: exampleOf({ type: 'string' }, name),
  }));
}

function queryParameters({ query }: EndpointDefinition): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, described]) => {
    const isCount = name === 'limit' || name === 'offset';
    const schema = isCount ? { type: 'integer', minimum: name === 'limit' ? 1 : 0 } : (described as Json);
    return { name, in: 'query', required: required.includes(name), schema, example: exampleOf(schema, name) };
  });
}

function success(operation: EndpointDefinition): Json {
  const { shape = 'object', reply } = operation;
  if (shape === 'redirect') {
    const headers = { Location: { schema: { type: 'string' }, example: '/ghl/consent?state=Yk3d9mWq' } };
    return { 302: { description: 'Redirects; opened by navigation', headers } };
  }
  const read = reply && schemaOf(reply, 'output');
  const payload = operation.name === 'getCalcomAppointment' && read ? boxed(read) : read;
  return { 200: { description: 'Done', content: json(inShape(shape, payload)) } };
}

/** Wraps the appointment. Only clients accept the older reply, which has no wrapper (docs/contract.md 11.7). */
function boxed(appointment: Json): Json {
  return { type: 'object', required: ['appointment'], properties: { appointment } };
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
  return Object.fromEntries(
    failuresOf(operation).map(([status, codes]) => {
      const [code = ''] = codes;
      const body = errorBody(new HttpError(status, code, 'What happened, for developers'), operation);
      const schema = { $ref: `#/components/schemas/${'success' in body ? 'Fault' : 'GatewayFault'}` };
      return [String(status), { description: codes.join(', '), content: json(schema, body) }];
    }),
  );
}

function json(schema: Json, example = exampleOf(schema)): Json {
  return { 'application/json': { schema, example } };
}

/** The JSON schema of a zod schema. Checks in code, such as the order of two dates, are left out. */
function schemaOf(schema: Schema, io: 'input' | 'output'): Json {
  const { $schema, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      // The wire allows both types, but the parsed value has only one (docs/contract.md 1.2).
      if (zodSchema === identifier || zodSchema === number) (jsonSchema as Json).type = ['string', 'number'];
    },
  });
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
  return schema.type && !schema.enum && !schema.const
    ? { ...schema, type: [schema.type, 'null'].flat() }
    : { anyOf: [schema, { type: 'null' }] };
}

import { createConfig, lintFromString } from '@redocly/openapi-core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fromJSONSchema, type ZodType } from 'zod';
import { definitionOf, endpoints, isObject, unwrap } from '../../src/contract/all.js';
import { exampleOf } from '../../src/sandbox/openapi/examples.js';
import { openApiDocument } from '../../src/sandbox/openapi.js';
import { type Answer, serveOn, type TestWorkspace } from './api.js';
import { type StoreKind, storeKinds } from './stores.js';

/** Milliseconds; thousands of requests. */
vi.setConfig({ testTimeout: 600_000 });

// biome-ignore lint/suspicious/noExplicitAny: a document of the standard, which Redocly checks
const document = openApiDocument() as any;
const operations = Object.values(endpoints).map((endpoint) => {
  const definition = definitionOf(endpoint);
  return { ...definition, described: document.paths[definition.path][definition.method.toLowerCase()] };
});

describe('openapi.json', () => {
  it('passes the rules that Redocly recommends (D100)', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    const found = problems.map(({ severity, ruleId, location }) => `${severity} ${ruleId} ${location[0]?.pointer}`);
    // The vendor's path, where the slash counts (docs/contract.md 1.1). Warnings: redirects, and operations of which no
    // client can do anything wrong.
    expect(found.sort()).toEqual([
      'error no-path-trailing-slash #/paths/~1api~1v1~1agents~1',
      'warn operation-2xx-response #/paths/~1api~1v1~1ghl~1oauth~1authorize/get/responses',
      'warn operation-2xx-response #/paths/~1api~1v1~1ghl~1oauth~1callback/get/responses',
      'warn operation-4xx-response #/paths/~1api~1v1~1ghl~1oauth~1callback/get/responses',
      'warn operation-4xx-response #/paths/~1health/get/responses',
      'warn operation-4xx-response #/paths/~1ready/get/responses',
    ]);
  });

  it.each(operations)('$name has a summary, a description, a tag and valid examples (D100)', (operation) => {
    const { described, body, reply, shape } = operation;
    for (const text of [described.summary, described.description]) expect(text).toMatch(/\w{3}/);
    expect(document.tags.map(({ name }: { name: string }) => name)).toContain(described.tags[0]);
    for (const { example } of described.parameters) expect(example).toBeDefined();
    if (body) {
      const { example } = described.requestBody.content['application/json'];
      expect(body.safeParse(example).error).toBeUndefined();
    }
    if (shape === 'redirect') return expect(described.responses[302].headers.Location.example).toMatch(/^\//);
    const { example } = described.responses[200].content['application/json'];
    if (reply) expect(reply.safeParse(unwrap(example)).error).toBeUndefined();
    else expect(example.success).toBe(true);
    for (const [status, { content }] of Object.entries<{ content?: object }>(described.responses)) {
      if (Number(status) >= 400) expect(content).toHaveProperty(['application/json', 'example']);
    }
    return undefined;
  });
});

/** Replaces references by what they refer to. */
function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved);
  if (!isObject(value)) return value;
  if (typeof value.$ref === 'string') return resolved(document.components.schemas[value.$ref.split('/').at(-1) ?? '']);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner)]));
}

/** A random source of a request: what is sent beside the operation, of which most is as it should be. */
const variation = fc.record({
  credential: fc.constantFrom('owner', 'owner', 'owner', 'admin', 'member', 'key', 'none', 'wrong'),
  parameters: fc.constantFrom('known', 'known', 'known', 'unknown', 'malformed'),
  query: fc.constantFrom('none', 'none', 'example', 'example', 'twice', 'text'),
  body: fc.constantFrom('example', 'example', 'example', 'partial', 'partial', 'values', 'none', 'array', 'broken'),
  type: fc.constantFrom('application/json', 'application/json', 'application/json', 'text/plain'),
  text: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('0', '-1', 'null', 'OWNER', '2020-01-01T00:00:00Z')),
  value: fc.jsonValue({ maxDepth: 1 }),
  index: fc.nat(9),
});
type Variation = typeof variation extends fc.Arbitrary<infer Value> ? Value : never;

describe('the sandbox', () => {
  const { api } = serveOn(storeKinds[0] as StoreKind);
  const schemas = new Map<string, ZodType>();

  /** Ids of a workspace by the parameter or field that takes them. */
  const idsOf = async (workspace: TestWorkspace): Promise<Record<string, string>> => {
    const { id, owner, member } = workspace;
    const get = async (path: string) => (await api.get(path, { token: owner.access_token })).body;
    return {
      'organizations/profile/{id}': id,
      'users/{id}': member.user_id,
      'api-keys/{id}': (await get('/api/v1/api-keys')).data[0].id,
      'invitations/{id}': (await get('/api/v1/users/invitations?status=PENDING')).data[0].id,
      session_id: (await get('/api/v1/auth/sessions')).data[1].id,
      agent_id: (await get('/api/v1/agents/')).data[0].id,
      calendar_id: (await get('/api/v1/ghl/setup/calendars')).data?.calendars[0].id,
      'ghl/appointments/{appointment_id}': (await get('/api/v1/ghl/appointments')).data.appointments[0].id,
      'calcom/appointments/{appointment_id}': (await get(`/api/v1/calcom/appointments?org_id=${id}`)).data
        .appointments[0].id,
      platform_id: 'check-up',
      org_id: id,
      organization_id: id,
      action: 'suggest', // a time to book would be in the past one day
    };
  };

  type Operation = (typeof operations)[number];

  const account = { account_name: 'Front desk', status: 'inactive', error: 'rejected' };
  /** As seeded, not connected, and broken. */
  const integrationStates = [undefined, { ghl: 'none', calcom: [] }, { ghl: 'token_invalid', calcom: [account] }];

  const bodyOf = (operation: Operation, { body, text, value, index }: Variation, ids: Record<string, string>) => {
    const sample = operation.body && operation.described.requestBody.content['application/json'].example;
    const example = Object.fromEntries(Object.entries(sample ?? {}).map(([name, inner]) => [name, ids[name] ?? inner]));
    const names = Object.keys(example);
    const name = names[index % Math.max(1, names.length)] ?? 'name';
    if (body === 'none' || operation.method === 'GET') return undefined;
    if (body === 'array') return [example];
    if (body === 'broken') return '{"name":';
    if (body === 'partial') return Object.fromEntries(Object.entries(example).filter(([key]) => key !== name));
    return body === 'values' ? { ...example, [name]: index % 2 ? text : value } : example;
  };

  const send = (
    operation: Operation,
    varied: Variation,
    workspace: TestWorkspace & { key: string },
    ids: Record<string, string>,
  ) => {
    const { credential, parameters, query, type, text } = varied;
    const path = operation.path.replace(/{(\w+)}/g, (placeholder, name: string) => {
      const known =
        ids[name] ??
        Object.entries(ids).find(([key]) => key.endsWith(`${placeholder}`) && operation.path.includes(key))?.[1];
      const unknown = exampleOf({ type: 'string' }, name) as string;
      return encodeURIComponent((parameters === 'known' ? known : parameters === 'unknown' ? unknown : text) || '-');
    });
    const search = new URLSearchParams();
    for (const { in: place, name, required, example } of operation.described.parameters) {
      if (place !== 'query' || (query === 'none' && !required)) continue;
      search.append(name, query === 'text' ? text : String(ids[name] ?? example));
      if (query === 'twice') search.append(name, 'again');
    }
    const token =
      credential === 'wrong'
        ? 'wrong'
        : (workspace[credential as 'owner'] as { access_token?: string } | undefined)?.access_token;
    const body = bodyOf(operation, varied, ids);
    return api.send(operation.method, `${path}?${search}`, {
      ...(credential === 'key' ? { key: workspace.key } : { token }),
      body,
      headers: body === undefined ? {} : { 'Content-Type': type },
    });
  };

  const expectDocumented = ({ name, described }: Operation, { status, body, text }: Answer) => {
    expect(Object.keys(described.responses), `${name} ${text}`).toContain(String(status));
    const schema = described.responses[status].content?.['application/json'].schema;
    if (!schema) return;
    const key = `${name} ${status}`;
    const known = schemas.get(key) ?? fromJSONSchema(resolved(schema) as Parameters<typeof fromJSONSchema>[0]);
    schemas.set(key, known);
    expect(known.safeParse(body).error, `${key} ${text}`).toBeUndefined();
    if (status >= 400 && body.error) {
      expect(described.responses[status].description.split(', '), key).toContain(body.error.code);
    }
  };

  it.each(operations)(
    '$name answers random requests with documented statuses, codes and shapes only (D100)',
    async (operation) => {
      const own = await api.workspace({});
      const workspace = { ...own, key: (await api.apiKey(own)).key };
      const ids = await idsOf(own);
      const seen = new Set<number>();
      const isIntegration = /ghl|calcom/.test(operation.path);
      for (const state of isIntegration ? integrationStates : [undefined]) {
        if (state) await api.post('/__sandbox/integrations', { org_id: own.id, ...state });
        for (const varied of fc.sample(variation, { numRuns: 40, seed: 100 })) {
          const answer = await send(operation, varied, workspace, ids);
          seen.add(answer.status);
          expectDocumented(operation, answer);
        }
      }
      expect(
        [...seen].some((status) => status < 400 || status === 401),
        operation.name,
      ).toBe(true);
    },
  );
});

import { expect, it } from 'vitest';

import { type EndpointDefinition, endpoints, isObject, unwrap } from '../../src/contract/all.js';
import { codeOfStep, stepAt } from '../../src/sandbox/crypto/totp.js';

import { openApiDocument } from '../../src/sandbox/openapi.js';
import { serveOn } from './api.js';
import { onEveryStore } from './stores.js';

type Json = Record<string, unknown>;

// biome-ignore lint/suspicious/noExplicitAny: read as the standard describes it; the tests check the shape
const document = openApiDocument() as any;
const operations = Object.entries(document.paths as Record<string, Json>).flatMap(([path, methods]) =>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as any })),
);

/** Every schema in the document, however deep. */
function* schemasIn(value: unknown, isSchema = false): Generator<Json> {
  if (Array.isArray(value)) for (const item of value) yield* schemasIn(item, isSchema);
  if (!isObject(value)) return;
  if (isSchema) yield value;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'properties' && isObject(inner)) for (const one of Object.values(inner)) yield* schemasIn(one, true);
    else yield* schemasIn(inner, ['schema', 'items', 'anyOf', 'allOf', 'oneOf', 'schemas'].includes(key));
  }
}

it('describes all operations, each by its name', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Agni workspace settings', version: 'v1' } });
  expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(Object.keys(endpoints).sort());
});

it('has each operation at its path and method, with its path parameters and basis', () => {
  for (const { path, method, operation } of operations) {
    const known = endpoints[operation.operationId] as EndpointDefinition;
    expect([known.path, known.method.toLowerCase(), known.basis]).toEqual([path, method, operation['x-basis']]);
    const inPath = operation.parameters.filter((parameter: Json) => parameter.in === 'path');
    expect(inPath.map(({ name }: Json) => `{${name}}`)).toEqual(path.match(/{\w+}/g) ?? []);
    for (const parameter of operation.parameters) {
      expect(parameter).toMatchObject({
        name: expect.any(String),
        required: expect.any(Boolean),
        schema: expect.any(Object),
      });
    }
    expect(operation.description).toMatch(/\. See docs\/contract\.md \d/);
    expect('requestBody' in operation).toBe(known.body !== undefined);
  }
});

it('describes an answer, and the errors that every caller may get', () => {
  for (const { operation } of operations) {
    const statuses = Object.keys(operation.responses);
    expect(statuses.some((status) => ['200', '302'].includes(status))).toBe(true);
    for (const response of Object.values<Json>(operation.responses)) expect(response.description).toBeTruthy();
    if (operation.security.length) expect(statuses).toEqual(expect.arrayContaining(['401', '403']));
  }
  const codes = new Set(
    operations
      .flatMap(({ operation }) => Object.values<Json>(operation.responses).map((one) => one.description))
      .join(', ')
      .split(', '),
  );
  for (const { faults = [] } of Object.values(endpoints)) for (const code of faults) expect(codes).toContain(code);
});

const forbidden = 'FORBIDDEN, ACCOUNT_DISABLED';
it.each([
  ['getHealth', '', {}],
  ['getCurrentUser', '401 403 500 503', { 403: forbidden }],
  ['getUser', '400 401 403 404 500 503', { 403: `${forbidden}, PASSWORD_CHANGE_REQUIRED` }],
  ['listApiKeys', '400 401 403 500 503', { 403: `${forbidden}, PASSWORD_CHANGE_REQUIRED, API_ACCESS_DISABLED` }],
  ['deleteApiKey', '400 401 403 404 413 500 503', {}],
  ['disconnectCalcom', '400 401 403 404 413 415 500 503', {}], // 400 instead of 422
  ['verifyTwoFactor', '400 401 403 409 410 413 415 422 429 500 503', { 422: 'VALIDATION_FAILED, INVALID_CODE' }],
  ['answerTwoFactorChallenge', '400 401 413 415 422 429 500 503', { 401: 'INVALID_CODE, CHALLENGE_EXPIRED' }],
])('lists the errors of %s and no others, each with a message', (name, statuses, codes) => {
  const { responses } = operations.find(({ operation }) => operation.operationId === name)?.operation ?? {};
  const [, ...errors] = Object.keys(responses);
  expect(errors.join(' ')).toBe(statuses);
  for (const [status, expected] of Object.entries(codes)) expect(responses[status].description).toBe(expected);
  for (const status of errors) expect(responses[status].content['application/json'].example.message).toBeTruthy();
});

it('has no reference that leads nowhere and no schema that is none', () => {
  const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
  const all = [...schemasIn(document)];
  expect(all.length).toBeGreaterThan(300);
  for (const schema of all) {
    for (const type of [schema.type ?? []].flat()) expect(types).toContain(type);
    for (const name of (schema.required ?? []) as string[])
      expect(Object.keys(schema.properties as Json)).toContain(name);
    if (typeof schema.$ref === 'string') {
      const [, , , name = ''] = schema.$ref.split('/');
      expect(document.components.schemas).toHaveProperty(name);
    }
  }
  const used = operations.flatMap(({ operation }) => operation.security.flatMap(Object.keys));
  expect(new Set(used)).toEqual(new Set(Object.keys(document.components.securitySchemes)));
  expect(document.components.securitySchemes).toEqual({
    bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    cookie: { type: 'apiKey', in: 'cookie', name: '__Host-agni_access' },
    apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  });
});

it('says what the contract says: strict bodies, lenient answers, envelopes by shape', () => {
  const create = document.paths['/api/v1/api-keys'].post;
  const body = create.requestBody.content['application/json'].schema;
  expect(body).toMatchObject({ type: 'object', required: ['name'], additionalProperties: false });
  expect(body.properties.name).toMatchObject({ type: 'string', minLength: 1, maxLength: 80 });
  const list = document.paths['/api/v1/api-keys'].get.responses[200].content['application/json'].schema;
  expect(list.properties.data).toMatchObject({ type: 'array', items: { type: 'object', required: ['id', 'name'] } });
  expect(list.properties.data.items.properties.last_four).toEqual({ type: ['string', 'null'] });
  expect(list.properties).toHaveProperty('meta');
  const profile = document.paths['/api/v1/organizations/profile/{id}'].get.responses[200].content['application/json'];
  expect(profile.schema.properties).not.toHaveProperty('success');
  expect(document.paths['/api/v1/agents/'].get.responses[401].content['application/json'].schema.$ref).toMatch(
    /Gateway/,
  );
});

onEveryStore((kind) => {
  const { api } = serveOn(kind);

  it('serves the document, and answers every operation as the contract reads it', async () => {
    expect((await api.get('/openapi.json')).body).toEqual(JSON.parse(JSON.stringify(document)));
    const { id, owner } = await api.workspace({});
    const token = owner.access_token;
    const key = (await api.get('/api/v1/api-keys', { token })).body.data[0].id;
    const invited = (await api.get('/api/v1/users/invitations?status=PENDING', { token })).body.data;
    const elsewhere = (await api.get('/api/v1/auth/sessions', { token })).body.data[1].id;
    const calls: Record<string, [params: string, body?: object]> = {
      getOrganization: [id],
      updateOrganization: [id, { name: 'Renamed' }],
      listRegions: [''],
      getCurrentUser: [''],
      updateCurrentUser: ['', { last_name: '' }],
      listUsers: [''],
      getUser: [owner.user_id],
      listRoles: [''],
      listInvitations: [''],
      inviteUser: ['', { email: 'grace@northwind.example', first_name: 'Grace', last_name: 'Hopper' }],
      resendInvitation: [invited[0].id],
      revokeInvitation: [invited[1].id],
      login: ['', { email: owner.email, password: owner.password }],
      createApiKey: ['', { name: 'new', expires_at: null }],
      listApiKeys: [''],
      deleteApiKey: [key],
      listSessions: [''],
      revokeSession: [elsewhere],
      revokeOtherSessions: [''],
      changePassword: ['', { current_password: owner.password, new_password: 'Lantern-quiet-88' }],
      listAgents: [''],
      getHealth: [''],
      getReadiness: [''],
    };
    const ask = async (name: string, param = '', body?: object) => {
      const { method, path, reply, shape } = endpoints[name] as EndpointDefinition;
      const answer = await api.send(method, path.replace(/{\w+}/, param), { token, body });
      expect([name, answer.status]).toEqual([name, 200]);
      expect([name, 'success' in answer.body]).toEqual([name, shape !== 'bare']);
      if (reply) expect([name, reply.safeParse(unwrap(answer.body)).error]).toEqual([name, undefined]);
      if (shape === 'list') expect(Number(answer.body.meta.total)).toBeGreaterThan(0);
      return answer.body.data;
    };
    for (const [name, [param, body]] of Object.entries(calls)) await ask(name, param, body);

    const password = 'Lantern-quiet-88';
    const { secret } = await ask('setUpTwoFactor', '', { password });
    const now = Date.now();
    const codeOf = (step: number) => codeOfStep(secret, stepAt(now) + step);
    const { recovery_codes } = await ask('verifyTwoFactor', '', { code: await codeOf(0) });
    await ask('getTwoFactor');
    const { challenge_token } = await ask('login', '', { email: owner.email, password });
    await ask('answerTwoFactorChallenge', '', { challenge_token, recovery_code: recovery_codes[0] });
    await ask('replaceRecoveryCodes', '', { password, code: await codeOf(1) });
    await api.setClock(id, 60_000);
    await ask('disableTwoFactor', '', { password, code: await codeOf(2) });
    await ask('logout');
  });
});

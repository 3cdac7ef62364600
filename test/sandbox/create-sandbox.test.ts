import { expect, it } from 'vitest';
import { createApiKey, getCurrentUser, getOrganization, listApiKeys } from '../../src/contract/all.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';

const origin = 'https://api.example';

async function read(sandbox: ReturnType<typeof createSandbox>, path: string, init?: RequestInit) {
  const response = await sandbox.fetch(origin + path, init);
  return { status: response.status, body: await response.json() };
}

it('answers as the owner of Northwind Dental until told otherwise', async () => {
  const sandbox = createSandbox();
  const me = await read(sandbox, '/api/v1/users/me');
  expect(me).toMatchObject({ status: 200, body: { data: { email: 'owner@northwind.example', role: 'OWNER' } } });
  sandbox.as('MEMBER');
  expect(await read(sandbox, '/api/v1/users/me')).toMatchObject({ body: { data: { role: 'MEMBER' } } });
  sandbox.as(null);
  expect(await read(sandbox, '/api/v1/users/me')).toMatchObject({
    status: 401,
    body: { success: false, error: { code: 'UNAUTHORIZED' } },
  });
});

it('holds keys, people and invitations in every state, and none of them when asked to be empty', async () => {
  const full = createSandbox();
  const keys = await read(full, '/api/v1/api-keys');
  expect(keys.body.meta).toEqual({ total: 5, limit: 50, offset: 0 });
  expect(keys.body.data.map((key: { is_active: boolean }) => key.is_active)).toContain(false);
  const invitations = await read(full, '/api/v1/users/invitations');
  const states = new Set(invitations.body.data.map((invitation: { status: string }) => invitation.status));
  expect(states).toEqual(new Set(['PENDING', 'EXPIRED', 'REVOKED', 'ACCEPTED']));

  const empty = createSandbox({ empty: true });
  expect((await read(empty, '/api/v1/api-keys')).body.data).toEqual([]);
  expect((await read(empty, '/api/v1/users/invitations')).body.data).toEqual([]);
  expect((await read(empty, '/api/v1/users')).body.meta.total).toBe(3);
});

it('makes as many people as asked for', async () => {
  const sandbox = createSandbox({ users: 10_000 });
  const { body } = await read(sandbox, '/api/v1/users?limit=20&offset=9990');
  expect(body.meta).toEqual({ total: 10_000, limit: 20, offset: 9990 });
  expect(body.data).toHaveLength(10);
});

it('lets an operation fail for good, or a number of times, and leaves the others alone', async () => {
  const sandbox = createSandbox().fail(createApiKey, 409, 'CONFLICT').fail(listApiKeys, 500, undefined, { times: 1 });
  const create = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"name":"staging"}' };
  for (let round = 0; round < 3; round++) {
    expect(await read(sandbox, '/api/v1/api-keys', create)).toMatchObject({
      status: 409,
      body: { error: { code: 'CONFLICT' } },
    });
  }
  expect(await read(sandbox, '/api/v1/api-keys')).toMatchObject({ status: 500 });
  expect(await read(sandbox, '/api/v1/api-keys')).toMatchObject({ status: 200 });
});

it('answers late, but for real, where an operation fails with status 0', async () => {
  const sandbox = createSandbox().fail(getCurrentUser, 0, undefined, { delay: 30 });
  const start = performance.now();
  expect(await read(sandbox, '/api/v1/users/me')).toMatchObject({ status: 200, body: { data: { role: 'OWNER' } } });
  expect(performance.now() - start).toBeGreaterThan(25);
});

it('rejects dropped and aborted requests as fetch does', async () => {
  const sandbox = createSandbox().fail(getOrganization, 0, undefined, { drop: true });
  const path = `${origin}/api/v1/organizations/profile/${sandbox.organizationId}`;
  await expect(sandbox.fetch(path)).rejects.toThrow(TypeError);
  const aborting = new AbortController();
  const asked = sandbox.fetch(`${origin}/api/v1/users/me`, { signal: aborting.signal });
  aborting.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});

it('keeps what was asked, without secrets', async () => {
  const sandbox = createSandbox();
  const body = JSON.stringify({ email: 'owner@northwind.example', password: 'Purple-otter-42' });
  await read(sandbox, '/api/v1/auth/login', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  await read(sandbox, '/api/v1/users?search=ada');
  expect(sandbox.requests()).toEqual([
    {
      method: 'POST',
      path: '/api/v1/auth/login',
      query: {},
      body: { email: 'owner@northwind.example', password: '***' },
      status: 200,
    },
    { method: 'GET', path: '/api/v1/users', query: { search: 'ada' }, body: null, status: 200 },
  ]);
});

it('ends access tokens when its clock moves on, and renews them as in cookie mode', async () => {
  const sandbox = createSandbox();
  const { body } = await read(sandbox, '/api/v1/auth/refresh', { method: 'POST' });
  const headers = { Authorization: `Bearer ${body.data.access_token}` };
  expect(await read(sandbox, '/api/v1/users/me', { headers })).toMatchObject({ status: 200 });
  sandbox.clock.advance(16 * 60_000);
  expect(await read(sandbox, '/api/v1/users/me', { headers })).toMatchObject({ status: 401 });
  expect(await read(sandbox, '/api/v1/users/me')).toMatchObject({ status: 200 });
});

it('stays signed out after signing out, until somebody else is asked for', async () => {
  const sandbox = createSandbox();
  expect(await read(sandbox, '/api/v1/auth/logout', { method: 'POST' })).toMatchObject({ status: 200 });
  expect(await read(sandbox, '/api/v1/users/me')).toMatchObject({ status: 401 });
});

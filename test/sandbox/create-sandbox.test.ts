import { expect, it } from 'vitest';
import { createApiKey, getCurrentUser, getOrganization, listApiKeys } from '../../src/contract/all.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';

const origin = 'https://api.example';

/** A write request with a JSON body. */
function sending(method: string, body: object): RequestInit {
  return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

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

it('holds keys, users and invitations in every state, and none of them when asked to be empty', async () => {
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

it('makes as many users as asked for', async () => {
  const sandbox = createSandbox({ users: 10_000 });
  const { body } = await read(sandbox, '/api/v1/users?limit=20&offset=9990');
  expect(body.meta).toEqual({ total: 10_000, limit: 20, offset: 9990 });
  expect(body.data).toHaveLength(10);
});

it('lets one operation fail, always or a number of times, and no other', async () => {
  const sandbox = createSandbox().fail(createApiKey, 409, 'CONFLICT').fail(listApiKeys, 500, undefined, { times: 1 });
  const create = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"name":"new"}' };
  for (let round = 0; round < 3; round++) {
    expect(await read(sandbox, '/api/v1/api-keys', create)).toMatchObject({
      status: 409,
      body: { error: { code: 'CONFLICT' } },
    });
  }
  expect(await read(sandbox, '/api/v1/api-keys')).toMatchObject({ status: 500 });
  expect(await read(sandbox, '/api/v1/api-keys')).toMatchObject({ status: 200 });
  sandbox.fail(listApiKeys, 400, 'NOT_CONNECTED');
  expect((await read(sandbox, '/api/v1/api-keys')).body).toMatchObject({ error: { code: 'NOT_CONNECTED' } });
  sandbox.fail(listApiKeys, 500, undefined, { times: 0 });
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

it('answers a request that was under way when its clock moved on', async () => {
  const sandbox = createSandbox();
  await read(sandbox, '/api/v1/users/me');
  // The clock moves at a later step of each request: before signing, after signing, or after authentication.
  for (let steps = 0; steps < 30; steps++) {
    const answer = read(sandbox, '/api/v1/users/me');
    for (let step = 0; step < steps; step++) await new Promise((resolve) => setImmediate(resolve));
    sandbox.clock.advance(16 * 60_000);
    expect((await answer).status, `after ${steps} steps`).toBe(200);
  }
});

it('counts a wrong password once, also where its clock moves on meanwhile', async () => {
  const sandbox = createSandbox({ empty: true });
  const wrong = { current_password: 'Wrong-otter-41', new_password: 'Lantern-quiet-88' };
  const answer = read(sandbox, '/api/v1/auth/change-password', sending('POST', wrong));
  while (!sandbox.requests().length) await new Promise((resolve) => setImmediate(resolve));
  sandbox.clock.advance(30_000);
  expect(await answer).toMatchObject({ status: 401, body: { error: { code: 'INVALID_CREDENTIALS' } } });
  expect(sandbox.requests()).toHaveLength(1);
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

it('stays signed out after signing out, until another user is asked for', async () => {
  const sandbox = createSandbox();
  expect(await read(sandbox, '/api/v1/auth/logout', { method: 'POST' })).toMatchObject({ status: 200 });
  expect(await read(sandbox, '/api/v1/users/me')).toMatchObject({ status: 401 });
});

it('has users with two-factor authentication when asked to, and knows their codes', async () => {
  const sandbox = createSandbox({ empty: true }).as('ADMIN').having({ twoFactor: true });
  expect(await read(sandbox, '/api/v1/auth/2fa')).toMatchObject({
    body: { data: { enabled: true, recovery_codes_remaining: 10 } },
  });
  expect((await read(createSandbox(), '/api/v1/auth/2fa')).body.data.enabled).toBe(false);
  const replace = async () => {
    const body = { password: sandbox.password, code: await sandbox.code() };
    return (await read(sandbox, '/api/v1/auth/2fa/recovery-codes', sending('POST', body))).status;
  };
  expect([await replace(), await replace()]).toEqual([200, 200]);
  sandbox.clock.advance(30_000);
  expect(await replace()).toBe(200);
  sandbox.having({ twoFactor: false });
  expect((await read(sandbox, '/api/v1/auth/2fa')).body.data.enabled).toBe(false);
  await expect(sandbox.code()).rejects.toThrow('two-factor authentication is neither on');
});

it('knows the code that ends a set-up', async () => {
  const sandbox = createSandbox({ empty: true });
  await read(sandbox, '/api/v1/auth/2fa/setup', sending('POST', { password: sandbox.password }));
  const verified = await read(sandbox, '/api/v1/auth/2fa/verify', sending('POST', { code: await sandbox.code() }));
  expect(verified).toMatchObject({ status: 200, body: { data: { enabled: true } } });
  const off = { password: sandbox.password, code: await sandbox.code() };
  expect((await read(sandbox, '/api/v1/auth/2fa/disable', sending('POST', off))).status).toBe(200);
});

it('has users with a temporary password when asked to, until they change it', async () => {
  const sandbox = createSandbox().as('MEMBER').having({ temporaryPassword: true });
  expect(await read(sandbox, '/api/v1/users')).toMatchObject({
    status: 403,
    body: { error: { code: 'PASSWORD_CHANGE_REQUIRED' } },
  });
  sandbox.as('OWNER');
  expect((await read(sandbox, '/api/v1/users')).status).toBe(200);
  sandbox.as('MEMBER');
  const change = { current_password: sandbox.password, new_password: 'Lantern-quiet-88' };
  expect((await read(sandbox, '/api/v1/auth/change-password', sending('POST', change))).status).toBe(200);
  expect((await read(sandbox, '/api/v1/users')).status).toBe(200);
});

it('has users who sign in with Google if configured', async () => {
  const sandbox = createSandbox().having({ signsInBy: 'google' });
  expect((await read(sandbox, '/api/v1/users/me')).body.data.auth_provider).toBe('google');
  expect((await read(sandbox.as('ADMIN'), '/api/v1/users/me')).body.data.auth_provider).toBe('password');
  sandbox.as('OWNER');
  const change = { current_password: sandbox.password, new_password: 'Lantern-quiet-88' };
  expect((await read(sandbox, '/api/v1/auth/change-password', sending('POST', change))).status).toBe(409);
});

it('shows the page’s own session first, and ends it when another one is told to', async () => {
  const sandbox = createSandbox();
  const { body } = await read(sandbox, '/api/v1/auth/sessions');
  expect(body.data[0]).toMatchObject({ is_current: true, location: 'Dublin, Ireland' });
  expect(body.meta.total).toBe(6);
  const signIn = sending('POST', { email: 'owner@northwind.example', password: sandbox.password });
  const { access_token } = (await read(sandbox, '/api/v1/auth/login', signIn)).body.data;
  const elsewhere = { method: 'POST', headers: { Authorization: `Bearer ${access_token}` } };
  expect(await read(sandbox, '/api/v1/auth/sessions/revoke-others', elsewhere)).toMatchObject({
    body: { data: { revoked_count: 6 } },
  });
  expect((await read(sandbox, '/api/v1/users/me')).status).toBe(401);
});

it('keeps its mails instead of sending them', async () => {
  const sandbox = createSandbox({ empty: true });
  const guest = { email: 'grace@nw.example', first_name: 'Grace', last_name: '' };
  expect((await read(sandbox, '/api/v1/users/invite', sending('POST', guest))).status).toBe(200);
  const mail = {
    to: 'grace@nw.example',
    from: 'Agni <no-reply@agni.example>',
    subject: expect.stringContaining('Northwind Dental'),
    text: expect.stringContaining('Hello Grace'),
    html: expect.stringContaining('Hello <bdi>Grace</bdi>'),
    at: expect.any(String),
  };
  expect(sandbox.mail()).toEqual([mail]);
  expect(sandbox.mail('GRACE@nw.example')).toEqual([mail]);
  expect(sandbox.mail('ada@nw.example')).toEqual([]);
});

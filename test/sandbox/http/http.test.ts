import { expect, it } from 'vitest';
import { endpoints } from '../../../src/contract/all.js';
import { memoryStore } from '../../../src/sandbox/db/memory-store.js';
import { type Store, StoreUnavailableError } from '../../../src/sandbox/db/store.js';
import { RequestLog } from '../../../src/sandbox/testing/request-log.js';
import { serveOn } from '../api.js';
import { onEveryStore, storeKinds } from '../stores.js';

const me = '/api/v1/users/me';

onEveryStore((kind) => {
  const { api } = serveOn(kind);

  it('is alive and ready', async () => {
    expect(await api.get('/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await api.get('/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  it('can be called from any page with a token, and never with that page’s cookies (S41)', async () => {
    const { owner, id } = await api.workspace();
    const origins = ['https://host.example', 'null', 'https://127.0.0.1.evil.example', 'http://localhost:3000'];
    const paths = [me, '/api/v1/agents/', '/api/v1/nothing', '/health', '/ready', '/openapi.json'];
    for (const Origin of origins) {
      for (const path of paths) {
        const { headers } = await api.get(path, { token: owner.access_token, headers: { Origin } });
        expect([path, headers.get('access-control-allow-origin')]).toEqual([path, '*']);
        expect([path, headers.has('access-control-allow-credentials')]).toEqual([path, false]);
        for (const name of ['Date', 'Retry-After']) {
          expect(headers.get('access-control-expose-headers')).toContain(name);
        }
      }
      const asked = await api.send('OPTIONS', `/api/v1/organizations/profile/${id}`, {
        headers: {
          Origin,
          'Access-Control-Request-Method': 'PATCH',
          'Access-Control-Request-Headers': 'authorization,content-type,x-csrf-token',
        },
      });
      expect(asked.status).toBe(204);
      expect(asked.headers.get('access-control-allow-origin')).toBe('*');
      expect(asked.headers.has('access-control-allow-credentials')).toBe(false);
      expect(asked.headers.get('access-control-allow-methods')).toContain('PATCH');
      // The header lists names: a star would not include Authorization.
      const allowed = asked.headers.get('access-control-allow-headers');
      expect(allowed).toBe('authorization,content-type,x-csrf-token');
    }
    const { headers } = await api.get(me); // other origins can read errors, too
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  it('serves no control routes to pages of another origin (S41)', async () => {
    const { id } = await api.workspace();
    const requests: [string, string, object?][] = [
      ['POST', '/__sandbox/workspaces', {}],
      ['POST', '/__sandbox/clock', { org_id: id, offset_ms: 1 }],
      ['DELETE', '/__sandbox/faults'],
      ['GET', `/__sandbox/requests?org_id=${id}`],
      ['OPTIONS', '/__sandbox/workspaces'],
    ];
    const foreign: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `${api.url}.evil.example` },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Host: 'rebound.example' },
      { Host: 'rebound.example', Origin: 'http://rebound.example' },
    ];
    for (const [method, path, body] of requests) {
      for (const headers of foreign) {
        const type = { 'Content-Type': 'application/json' };
        const answer = await api.raw(method, path, { ...type, ...headers }, body && JSON.stringify(body));
        expect([method, path, headers, answer.status]).toEqual([method, path, headers, 403]);
        expect(answer.headers.has('access-control-allow-origin')).toBe(false);
      }
    }
    const own = await api.post('/__sandbox/workspaces', { empty: true }, { headers: { Origin: api.url } });
    expect(own.status).toBe(200);
    expect(own.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('sends every answer of the API with what keeps it from being stored, sniffed or framed (S42)', async () => {
    const { owner } = await api.workspace();
    const paths = Object.values(endpoints).map(({ method, path }) => [method, path] as const);
    for (const [method, path] of [...paths, ['GET', '/api/v1/nothing'], ['GET', '/openapi.json']] as const) {
      for (const token of [undefined, owner.access_token]) {
        const { headers } = await api.send(method, path.replace(/{\w+}/g, owner.user_id), { token });
        const said = {
          'cache-control': headers.get('cache-control'),
          'x-content-type-options': headers.get('x-content-type-options'),
          'x-frame-options': headers.get('x-frame-options'),
          policy: headers.get('content-security-policy')?.includes("frame-ancestors 'none'"),
          id: /^[\da-f-]{36}$/.test(headers.get('x-request-id') ?? ''),
          banner: headers.has('server') || headers.has('x-powered-by'),
        };
        expect([path, said]).toEqual([
          path,
          {
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff',
            'x-frame-options': 'DENY',
            policy: true,
            id: true,
            banner: false,
          },
        ]);
      }
    }
  });

  it('echoes no request back (S42)', async () => {
    for (const method of ['TRACE', 'TRACK', 'PROPFIND']) {
      const { status, text } = await api.raw(method, me, { 'X-Canary': 'canary-4711' });
      expect([method, status >= 400 && status < 500]).toEqual([method, true]);
      expect(text).not.toContain('canary-4711');
    }
  });

  it('bends its answers when told to, as often as told', async () => {
    const workspace = await api.workspace();
    const token = workspace.owner.access_token;
    const fault = (more: object) =>
      api.post('/__sandbox/faults', { org_id: workspace.id, method: 'GET', path: me, ...more });
    await fault({ status: 503, headers: { 'Retry-After': '7' }, body: { success: false, message: 'later' } });
    const bent = await api.get(me, { token });
    expect([bent.status, bent.headers.get('retry-after'), bent.body.message]).toEqual([503, '7', 'later']);
    expect((await api.get(me, { token })).status).toBe(200);

    await fault({
      status: 502,
      body: '<h1>Bad gateway</h1>',
      headers: { 'Content-Type': 'text/html' },
      times: 2,
      path: '/api/v1/*',
    });
    expect(await api.get('/api/v1/roles', { token })).toMatchObject({ status: 502, text: '<h1>Bad gateway</h1>' });
    expect((await api.get(me, { token: workspace.member.access_token })).status).toBe(502);
    expect((await api.get(me, { token })).status).toBe(200);

    await fault({ drop: true });
    await expect(api.get(me, { token })).rejects.toThrow();
    await fault({ truncate: true });
    await expect(api.get(me, { token })).rejects.toThrow();

    const other = await api.workspace();
    await fault({ status: 500 });
    expect((await api.get(me, { token: other.owner.access_token })).status).toBe(200);
    await api.send('DELETE', '/__sandbox/faults', { body: { org_id: other.id } });
    expect((await api.get(me, { token })).status).toBe(500);
    await fault({ status: 500 });
    await api.send('DELETE', '/__sandbox/faults', { body: { org_id: workspace.id } });
    expect((await api.get(me, { token })).status).toBe(200);
    await fault({ status: 204, delay_ms: 1 });
    expect(await api.get(me, { token })).toMatchObject({ status: 204, text: '' });
  });

  it('meets renewals and sign-ins with faults too, and key holders', async () => {
    const workspace = await api.workspace();
    const { refresh_token } = await api.signIn(workspace.owner);
    const { key } = await api.apiKey(workspace);
    const fault = (method: string, path: string) =>
      api.post('/__sandbox/faults', { org_id: workspace.id.toUpperCase(), method, path, status: 500 });
    await fault('POST', '/api/v1/auth/*');
    expect((await api.post('/api/v1/auth/refresh', { refresh_token })).status).toBe(500);
    expect((await api.post('/api/v1/auth/refresh', { refresh_token })).status).toBe(200);
    await fault('POST', '/api/v1/auth/login');
    const { email, password } = workspace.owner;
    expect((await api.post('/api/v1/auth/login', { email, password })).status).toBe(500);
    await fault('GET', '/api/v1/agents/');
    expect((await api.get('/api/v1/agents/', { key })).status).toBe(500);
    for (const name of ['org_id', 'organization_id']) {
      await fault('GET', '/api/v1/calcom/status');
      expect((await api.get(`/api/v1/calcom/status?${name}=${workspace.id}`)).status).toBe(500);
    }
    await fault('POST', '/api/v1/ghl/appointments/manage');
    expect((await api.post('/api/v1/ghl/appointments/manage', { org_id: workspace.id })).status).toBe(500);
  });

  it('shows what was asked of a workspace, in order and without secrets', async () => {
    const workspace = await api.workspace();
    const signedIn = await api.signIn(workspace.owner);
    await api.post('/api/v1/auth/refresh', { refresh_token: signedIn.refresh_token });
    const { key } = await api.apiKey(workspace, { name: 'logged' });
    await api.get(`/api/v1/agents/?limit=2&api_key=${key}`, { key });
    await api.get('/api/v1/users', { token: workspace.member.access_token });
    const { body, text } = await api.get(`/__sandbox/requests?org_id=${workspace.id}`);
    expect(body).toEqual([
      {
        method: 'POST',
        path: '/api/v1/auth/login',
        query: {},
        body: { email: workspace.owner.email, password: '***' },
        status: 200,
      },
      { method: 'POST', path: '/api/v1/auth/refresh', query: {}, body: { refresh_token: '***' }, status: 200 },
      { method: 'POST', path: '/api/v1/api-keys', query: {}, body: { name: 'logged' }, status: 200 },
      { method: 'GET', path: '/api/v1/agents/', query: { limit: '2', api_key: '***' }, body: null, status: 200 },
      { method: 'GET', path: '/api/v1/users', query: {}, body: null, status: 200 },
    ]);
    for (const secret of [workspace.owner.password, signedIn.refresh_token, key]) expect(text).not.toContain(secret);
  });

  it('makes workspaces of any size, each with its own owner, admin and member', async () => {
    const large = await api.workspace({ users: 3000 });
    const { body } = await api.get('/api/v1/users?limit=1', { token: large.member.access_token });
    expect(body.meta.total).toBe(3000);
    for (const wrong of [{ users: -1 }, { users: 'many' }, { nonsense: 1 }]) {
      expect([400, 422]).toContain((await api.post('/__sandbox/workspaces', wrong)).status);
    }
    expect((await api.send('POST', '/__sandbox/workspaces')).status).toBe(200);
  });
});

/** A store that fails with an error, to check which details an answer exposes. */
function failing(error: Error): Store {
  const store = memoryStore();
  store.check = () => Promise.reject(error);
  return Object.assign(store, { get: () => Promise.reject(error), find: () => Promise.reject(error) });
}

const [memory] = storeKinds;
if (memory) {
  const broken = serveOn(memory, {
    store: failing(new Error('canary-stack select * from secrets')),
    hasControl: false,
  });
  it('says nothing about a failure of its own but a number, under which the log has the rest (S43)', async () => {
    const { api } = broken;
    const body = { email: 'a@b.example', password: 'canary-password' };
    const { status, headers, text, body: said } = await api.post('/api/v1/auth/login', body);
    expect(status).toBe(500);
    const requestId = headers.get('x-request-id');
    expect(said).toEqual({
      success: false,
      message: expect.any(String),
      error: { code: 'INTERNAL_ERROR', message: expect.any(String), details: { request_id: requestId } },
    });
    expect(text).not.toMatch(/canary|select|\.ts|\bat\b /);
    const line = api.log.find(({ event }) => event === 'failure');
    expect(line).toMatchObject({ requestId, path: '/api/v1/auth/login' });
    expect(line?.stack).toContain('canary-stack');
    expect(JSON.stringify(api.log)).not.toContain('canary-password');
  });

  const away = serveOn(memory, { store: failing(new StoreUnavailableError()), hasControl: false });
  it('stays alive while its database is away, and answers 503 with Retry-After (S04)', async () => {
    const { api } = away;
    expect((await api.get('/health')).status).toBe(200);
    for (const answer of [
      await api.get('/ready'),
      await api.post('/api/v1/auth/login', { email: 'a@b.example', password: 'x' }),
    ]) {
      expect(answer).toMatchObject({ status: 503, body: { success: false, error: { code: 'SERVICE_UNAVAILABLE' } } });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  const plain = serveOn(memory, { hasControl: false });
  it('has no test controls and no users where control is off', async () => {
    const { api } = plain;
    expect((await api.post('/__sandbox/workspaces', {})).status).toBe(404);
    expect((await api.get('/__sandbox/requests?org_id=x')).status).toBe(404);
    const { status } = await api.post('/api/v1/auth/login', {
      email: 'owner@northwind.example',
      password: 'Purple-otter-42',
    });
    expect(status).toBe(401);
  });
}

it('lists the requests of the last 500 workspaces that sent one', () => {
  const log = new RequestLog();
  const request = { method: 'GET', url: new URL(`http://localhost${me}`), body: undefined };
  for (let index = 0; index < 500; index++) log.add(`workspace ${index}`, request);
  log.add('workspace 0', request);
  log.add('workspace 500', request);
  expect([0, 1, 2, 500].map((index) => log.of(`workspace ${index}`).length)).toEqual([2, 0, 1, 1]);
});

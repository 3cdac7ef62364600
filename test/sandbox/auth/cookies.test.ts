import { expect, it } from 'vitest';
import { type Answer, serveOn } from '../api.js';
import { onEveryStore, storeKinds } from '../stores.js';

const me = '/api/v1/users/me';
const login = '/api/v1/auth/login';
const refresh = '/api/v1/auth/refresh';
const json = { 'Content-Type': 'application/json' };

const setCookies = ({ headers }: Pick<Answer, 'headers'>) => headers.getSetCookie();
const jar = (cookies: string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ');

onEveryStore((kind) => {
  const { api } = serveOn(kind);

  /** Signs in as a page of the server's own origin does. */
  const signInPage = async () => {
    const workspace = await api.workspace();
    const { email, password } = workspace.owner;
    const signedIn = await api.post(login, { email, password }, { headers: { Origin: api.url } });
    return { ...workspace, signedIn, cookie: jar(setCookies(signedIn)) };
  };

  it('hands pages of its own cookies that no script reads and no other host gets (S40)', async () => {
    const { signedIn, cookie } = await signInPage();
    const cookies = setCookies(signedIn);
    expect(cookies).toHaveLength(2);
    for (const one of cookies) {
      expect(one).toMatch(
        /^__Host-agni_(access|refresh)=[\w.-]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      );
    }
    expect(signedIn.body.data.access_token).toEqual(expect.any(String));
    expect(await api.get(me, { headers: { Cookie: cookie } })).toMatchObject({ status: 200 });
  });

  it('sends cookies to no other client (S40)', async () => {
    const { owner } = await api.workspace();
    const { email, password } = owner;
    for (const headers of [{}, { Origin: 'https://evil.example' }, { Origin: 'null' }] as Record<string, string>[]) {
      const answer = await api.post(login, { email, password }, { headers });
      expect([answer.status, setCookies(answer)]).toEqual([200, []]);
    }
  });

  it('carries out a write by cookie only for a page of its own (S40)', async () => {
    const { id, cookie } = await signInPage();
    const path = `/api/v1/organizations/profile/${id}`;
    const write = (headers: Record<string, string>, body = '{"name":"Changed"}') =>
      api.raw('PATCH', path, { Cookie: cookie, ...headers }, body);
    const refused: Record<string, string>[] = [
      json,
      { ...json, Origin: 'https://evil.example' },
      { ...json, Origin: 'null' },
      { ...json, Origin: `${api.url}.evil.example` },
      { ...json, Origin: api.url.replace('127.0.0.1', 'localhost') },
      { 'Content-Type': 'text/plain' },
      { 'Content-Type': 'text/plain', Origin: 'https://evil.example' },
      { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://evil.example' },
    ];
    for (const headers of refused) {
      expect([headers, (await write(headers)).status]).toEqual([headers, 403]);
    }
    const own = { Origin: api.url };
    expect((await write({ ...own, 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await api.get(path, { headers: { Cookie: cookie } })).body.name).not.toBe('Changed');
    expect((await write({ ...own, ...json })).status).toBe(200);
  });

  it('opens nothing by a cookie that a foreign page sent along (S40, S41)', async () => {
    const { cookie } = await signInPage();
    const read = (headers: Record<string, string>) => api.raw('GET', me, { Cookie: cookie, ...headers });
    expect((await read({ Origin: 'https://evil.example' })).status).toBe(403);
    expect((await read({ Origin: 'null' })).status).toBe(403);
    expect((await read({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await read({ 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
    expect((await read({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    expect((await read({ Origin: api.url })).status).toBe(200);
  });

  it('ignores cookies where the request brings an Authorization of its own (S40)', async () => {
    const { cookie, admin } = await signInPage();
    const headers = { Cookie: cookie };
    expect((await api.get(me, { headers, token: 'x' })).status).toBe(401);
    expect((await api.post(refresh, {}, { headers: { ...headers, Origin: api.url }, token: 'x' })).status).toBe(401);
    const { body } = await api.get(me, { headers, token: admin.access_token });
    expect(body.data.role).toBe('ADMIN');
  });

  it('renews by cookie, keeping the refresh token out of the body (S19, S40)', async () => {
    const { cookie } = await signInPage();
    const own = { Cookie: cookie, Origin: api.url };
    const renewed = await api.post(refresh, {}, { headers: own });
    expect(renewed.status).toBe(200);
    expect(renewed.body.data).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 900 });
    const next = jar(setCookies(renewed));
    expect(next).not.toBe(cookie);
    expect((await api.get(me, { headers: { Cookie: next } })).status).toBe(200);
    expect((await api.post(refresh, {}, { headers: { Cookie: next } })).status).toBe(403);
    expect((await api.post(refresh, {}, { headers: { ...own, Origin: 'https://evil.example' } })).status).toBe(403);
    expect((await api.post(refresh, {})).status).toBe(401);
  });

  it('renews cookie and token of one session apart, so that neither ends the other (S19)', async () => {
    const { id, signedIn, cookie } = await signInPage();
    const own = { Cookie: cookie, Origin: api.url };
    expect((await api.post(refresh, {}, { headers: own })).status).toBe(200);
    await api.setClock(id, 60_000);
    const { refresh_token } = signedIn.body.data;
    const renewed = await api.post(refresh, { refresh_token });
    expect(renewed.status).toBe(200);
    expect((await api.get(me, { token: renewed.body.data.access_token })).status).toBe(200);
  });

  it('clears both cookies at sign-out', async () => {
    const { cookie } = await signInPage();
    const headers = { Cookie: cookie, Origin: api.url };
    const out = await api.post('/api/v1/auth/logout', undefined, { headers });
    expect(out.status).toBe(200);
    expect(setCookies(out).map((one) => /Max-Age=0/.test(one))).toEqual([true, true]);
    expect((await api.get(me, { headers: { Cookie: cookie } })).status).toBe(401);
  });

  it('uses plain names where a browser would reject the others', async () => {
    const { owner } = await api.workspace();
    const Host = 'sandbox.test';
    const body = JSON.stringify({ email: owner.email, password: owner.password });
    const signedIn = await api.raw('POST', login, { Host, Origin: `http://${Host}`, ...json }, body);
    expect(signedIn.headers.get('set-cookie')).toMatch(
      /^agni_access=[^;]+; Max-Age=900; Path=\/; HttpOnly; SameSite=Strict/,
    );
  });
});

const [memory] = storeKinds;
if (memory) {
  const publicUrl = 'https://settings.test';
  const { api } = serveOn(memory, { publicUrl });
  it('knows its own pages behind a proxy by the public origin', async () => {
    const { owner } = await api.workspace();
    const body = JSON.stringify({ email: owner.email, password: owner.password });
    const answer = await api.raw('POST', login, { Host: 'settings.test', Origin: publicUrl, ...json }, body);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-agni_access=.*Secure/);
  });
}

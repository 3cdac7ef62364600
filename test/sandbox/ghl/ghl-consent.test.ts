import { expect, it } from 'vitest';
import { users } from '../../../src/sandbox/db/tables.js';
import { type Account, serveOn, type TestWorkspace } from '../api.js';
import { onEveryStore } from '../stores.js';

const ghl = '/api/v1/ghl';

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  /** The cookies of a page on which a user is signed in. */
  const cookieOf = async ({ email, password }: Account) => {
    const { headers } = await api.post('/api/v1/auth/login', { email, password }, { headers: { Origin: api.url } });
    return headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  };
  const browser = async (account: Account) => {
    const Cookie = await cookieOf(account);
    return {
      get: (path: string) => api.get(path, { headers: { Cookie, 'Sec-Fetch-Site': 'same-origin' } }),
      post: (path: string, Origin = api.url) => api.send('POST', path, { headers: { Cookie, Origin } }),
    };
  };
  const leadsTo = ({ headers }: { headers: Headers }) => headers.get('location') ?? '';
  const start = ({ id }: TestWorkspace) => `${ghl}/oauth/authorize?organization_id=${id}`;
  const isConnected = async ({ owner }: TestWorkspace) =>
    (await api.get(`${ghl}/setup/status`, { token: owner.access_token })).body.data.ghl_connected;
  const answer = (consent: string, word: 'allow' | 'deny') => consent.replace('/ghl/consent', `/ghl/consent/${word}`);

  it('leads a signed-in user over a page that asks to a connection', async () => {
    const workspace = await api.workspace();
    const page = await browser(workspace.owner);
    const consent = leadsTo(await page.get(start(workspace)));
    expect(consent).toMatch(/^\/ghl\/consent\?state=[\w-]{43}$/);
    const asking = await page.get(consent);
    expect(asking.text).toContain('Northwind Dental');
    expect(asking.text).toContain(workspace.owner.email);
    expect(asking.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    const arabic = await api.get(consent, {
      headers: { Cookie: await cookieOf(workspace.owner), 'Accept-Language': 'ar' },
    });
    expect(arabic.text).toContain('<html lang="ar" dir="rtl">');
    expect(arabic.text).toMatch(/مساحة العمل: <strong><bdi>Northwind Dental/);
    const allowed = await page.post(answer(consent, 'allow'));
    expect([allowed.status, leadsTo(allowed)]).toEqual([303, expect.stringContaining(`${ghl}/oauth/callback?state=`)]);
    expect(await isConnected(workspace)).toBe(false);
    const back = await page.get(leadsTo(allowed));
    expect([back.status, leadsTo(back)]).toEqual([302, '/ghl/done?outcome=connected']);
    expect((await page.get(leadsTo(back))).text).toContain('You can close this window');
    expect(await isConnected(workspace)).toBe(true);
  });

  it('connects nothing that was denied', async () => {
    const workspace = await api.workspace();
    const page = await browser(workspace.admin);
    const consent = leadsTo(await page.get(start(workspace)));
    const denied = await page.post(answer(consent, 'deny'));
    const back = await page.get(leadsTo(denied));
    expect(leadsTo(back)).toBe('/ghl/done?outcome=denied');
    expect((await page.post(answer(consent, 'allow'))).status).toBe(400);
    expect(await isConnected(workspace)).toBe(false);
  });

  it('accepts each consent once, in time, and from the user who started it', async () => {
    const workspace = await api.workspace();
    const [owner, admin] = [await browser(workspace.owner), await browser(workspace.admin)];
    const consent = leadsTo(await owner.get(start(workspace)));
    expect((await admin.get(consent)).status).toBe(400);
    expect((await admin.post(answer(consent, 'allow'))).status).toBe(400);
    const allowed = await owner.post(answer(consent, 'allow'));
    expect((await owner.post(answer(consent, 'allow'))).status).toBe(400);
    expect(leadsTo(await admin.get(leadsTo(allowed)))).toBe('/ghl/done?outcome=failed');
    expect(leadsTo(await api.get(leadsTo(allowed)))).toBe('/ghl/done?outcome=failed');
    const forged = new URL(leadsTo(allowed), api.url);
    forged.searchParams.set('code', 'x'.repeat(43));
    expect(leadsTo(await owner.get(forged.pathname + forged.search))).toBe('/ghl/done?outcome=failed');
    expect(leadsTo(await owner.get(leadsTo(allowed)))).toBe('/ghl/done?outcome=connected');
    expect(leadsTo(await owner.get(leadsTo(allowed)))).toBe('/ghl/done?outcome=failed');

    const twice = leadsTo(await owner.get(start(workspace)));
    const answers = await Promise.all([1, 2].map(() => owner.post(answer(twice, 'allow'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);

    const late = leadsTo(await owner.get(start(workspace)));
    await api.setClock(workspace.id, 11 * 60_000);
    expect((await (await browser(workspace.owner)).get(late)).status).toBe(400);
  });

  it('rejects answers and starts from pages of another origin (S40)', async () => {
    const workspace = await api.workspace();
    const Cookie = await cookieOf(workspace.owner);
    const foreign = await api.get(start(workspace), { headers: { Cookie, 'Sec-Fetch-Site': 'cross-site' } });
    expect(foreign.status).toBe(403);
    const page = await browser(workspace.owner);
    const consent = leadsTo(await page.get(start(workspace)));
    for (const origin of ['https://evil.example', 'null']) {
      expect((await page.post(answer(consent, 'allow'), origin)).status).toBe(403);
    }
    expect((await api.send('POST', answer(consent, 'allow'), { headers: { Cookie } })).status).toBe(403);
    expect(await isConnected(workspace)).toBe(false);
  });

  it('starts only for users who may manage integrations and for keys, and redirects within the server', async () => {
    const [workspace, other] = [await api.workspace(), await api.workspace()];
    const member = await browser(workspace.member);
    expect((await member.get(start(workspace))).body).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect((await api.get(start(workspace))).body).toMatchObject({ code: 16 });
    const owner = await browser(workspace.owner);
    expect((await owner.get(start(other))).status).toBe(403);
    expect((await owner.get(`${ghl}/oauth/authorize`)).body).toMatchObject({ code: 3 });
    const { key } = await api.apiKey(workspace);
    const consent = leadsTo(await api.get(start(workspace), { key }));
    const nowhere = `${consent}&redirect_uri=https://evil.example&next=//evil.example`;
    const allowed = await api.send('POST', answer(nowhere, 'allow'), { headers: { Origin: api.url } });
    expect(leadsTo(allowed)).not.toContain('evil');
    expect(leadsTo(await api.get(leadsTo(allowed)))).toBe('/ghl/done?outcome=connected');
    expect((await api.get('/ghl/done?outcome=<script>')).text).not.toContain('<script');
  });

  it('connects for a key, also while another user is signed in to the browser', async () => {
    const workspace = await api.workspace();
    const { key } = await api.apiKey(workspace);
    const member = await browser(workspace.member);
    const allowed = await member.post(answer(leadsTo(await api.get(start(workspace), { key })), 'allow'));
    expect(leadsTo(await member.get(leadsTo(allowed)))).toBe('/ghl/done?outcome=connected');
  });

  it('does not connect for a user who lost the permission meanwhile (S21)', async () => {
    const workspace = await api.workspace();
    const admin = await browser(workspace.admin);
    const allowed = await admin.post(answer(leadsTo(await admin.get(start(workspace))), 'allow'));
    await behind.store.update(users, { id: workspace.admin.user_id }, { role: 'MEMBER' });
    expect(leadsTo(await admin.get(leadsTo(allowed)))).toBe('/ghl/done?outcome=failed');
    expect(await isConnected(workspace)).toBe(false);
  });
});

import { expect, it } from 'vitest';
import { sessions } from '../../../src/sandbox/db/tables.js';
import { serveOn } from '../api.js';
import { onEveryStore } from '../stores.js';

const me = '/api/v1/users/me';
const refresh = '/api/v1/auth/refresh';
const list = '/api/v1/auth/sessions';
const others = `${list}/revoke-others`;

const agents = {
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0',
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
};

interface Session {
  id: string;
  is_current: boolean;
  [field: string]: unknown;
}

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  const sessionsOf = async (token: string, query = ''): Promise<Session[]> =>
    (await api.get(`${list}${query}`, { token })).body.data;
  const signIn = (account: Parameters<typeof api.signIn>[0], agent: string) =>
    api.signIn(account, { headers: { 'User-Agent': agent } });
  const revoke = (id: string, token: string) => api.send('DELETE', `${list}/${id}`, { token });

  it('shows where one is signed in, in words, the current session first', async () => {
    const { owner } = await api.workspace();
    await signIn(owner, agents.iphone);
    const { access_token } = await signIn(owner, agents.firefox);
    await signIn(owner, agents.edge);
    const found = await sessionsOf(access_token);
    expect(found).toHaveLength(4);
    expect(found.map(({ is_current }) => is_current)).toEqual([true, false, false, false]);
    expect(found[0]).toEqual({
      id: expect.any(String),
      is_current: true,
      user_agent: agents.firefox,
      device: 'Desktop',
      browser: 'Firefox 141',
      os: 'Linux',
      ip_address: expect.stringContaining('127.0.0.1'),
      location: null,
      created_at: expect.any(String),
      last_active_at: expect.any(String),
      expires_at: expect.any(String),
    });
    const words = found.map(({ device, browser, os }) => [device, browser, os]);
    expect(words).toContainEqual(['iPhone', 'Safari 18', 'iOS 18.5']);
    expect(words).toContainEqual(['Desktop', 'Microsoft Edge 140', 'Windows 10']);
    expect(words).toContainEqual([null, null, null]); // the test's own session, whose user agent is unknown
  });

  it('keeps an agent as it came, whatever is in it', async () => {
    const { owner } = await api.workspace();
    for (const agent of ['<img src=x onerror=alert(1)>', 'Mozilla/5.0 (((((', `Firefox/${'9'.repeat(4000)}`]) {
      const { access_token } = await signIn(owner, agent);
      const [current] = await sessionsOf(access_token);
      expect(current?.user_agent).toBe(agent.slice(0, 512));
    }
  });

  it('pages, and counts all', async () => {
    const { owner } = await api.workspace();
    for (let count = 0; count < 4; count++) await api.signIn(owner);
    const { body } = await api.get(`${list}?limit=2&offset=1`, { token: owner.access_token });
    expect(body.meta).toEqual({ total: 5, limit: 2, offset: 1 });
    expect(body.data.map(({ is_current }: Session) => is_current)).toEqual([false, false]);
  });

  it('leaves out what has run out', async () => {
    const { id, owner } = await api.workspace();
    await api.signIn(owner);
    await api.setClock(id, 31 * 86_400_000);
    const { access_token } = await api.signIn(owner);
    expect(await sessionsOf(access_token)).toHaveLength(1);
    expect((await api.post(others, undefined, { token: access_token })).body.data).toEqual({ revoked_count: 0 });
  });

  it('ends one session with both its tokens at the next request, and no other one (S20)', async () => {
    const { owner } = await api.workspace();
    const here = await api.signIn(owner);
    const there = await signIn(owner, agents.iphone);
    const third = await api.signIn(owner);
    const victim = (await sessionsOf(here.access_token)).find(({ device }) => device === 'iPhone');
    expect((await revoke(victim?.id ?? '', here.access_token)).body).toEqual({ success: true, message: 'OK' });
    expect((await api.get(me, { token: there.access_token })).status).toBe(401);
    expect((await api.post(refresh, { refresh_token: there.refresh_token })).status).toBe(401);
    for (const { access_token, refresh_token } of [here, third]) {
      expect((await api.get(me, { token: access_token })).status).toBe(200);
      expect((await api.post(refresh, { refresh_token })).status).toBe(200);
    }
  });

  it('does not restore a revoked session by a running renewal (S20)', async () => {
    const { owner } = await api.workspace();
    const here = await api.signIn(owner);
    const there = await signIn(owner, agents.iphone);
    const victim = (await sessionsOf(here.access_token)).find(({ device }) => device === 'iPhone');
    const renewing = Array.from({ length: 10 }, () => api.post(refresh, { refresh_token: there.refresh_token }));
    const revoked = await revoke(victim?.id ?? '', here.access_token);
    expect(revoked.status).toBe(200);
    for (const { status, body } of await Promise.all(renewing)) {
      expect([200, 401]).toContain(status);
      if (status !== 200) continue;
      expect((await api.get(me, { token: body.data.access_token })).status).toBe(401);
      expect((await api.post(refresh, { refresh_token: body.data.refresh_token })).status).toBe(401);
    }
  });

  it('ends a session once, however many try at once (S09)', async () => {
    const { owner } = await api.workspace();
    const here = await api.signIn(owner);
    await signIn(owner, agents.iphone);
    const victim = (await sessionsOf(here.access_token)).find(({ device }) => device === 'iPhone');
    const answers = await Promise.all(Array.from({ length: 10 }, () => revoke(victim?.id ?? '', here.access_token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(404)]);
  });

  it('rejects to end the current session, and those of others (S20, S26)', async () => {
    const { owner, admin } = await api.workspace();
    const [current] = await sessionsOf(owner.access_token);
    expect(await revoke(current?.id ?? '', owner.access_token)).toMatchObject({
      status: 409,
      body: { error: { code: 'CONFLICT' } },
    });
    expect((await revoke(current?.id.toUpperCase() ?? '', owner.access_token)).status).toBe(409);
    expect((await revoke(current?.id ?? '', admin.access_token)).status).toBe(404);
    expect((await revoke('not-an-id', owner.access_token)).status).toBe(400);
    expect((await api.get(me, { token: owner.access_token })).status).toBe(200);
  });

  it('ends all other sessions at once, and says how many (S20)', async () => {
    const { owner, admin } = await api.workspace();
    const here = await api.signIn(owner);
    const there = [await api.signIn(owner), await api.signIn(owner)];
    const { body } = await api.post(others, undefined, { token: here.access_token });
    expect(body.data).toEqual({ revoked_count: 3 });
    for (const { access_token, refresh_token } of [...there, { access_token: owner.access_token, refresh_token: '' }]) {
      expect((await api.get(me, { token: access_token })).status).toBe(401);
      expect((await api.post(refresh, { refresh_token })).status).toBe(401);
    }
    expect(await sessionsOf(here.access_token)).toMatchObject([{ is_current: true }]);
    expect((await api.get(me, { token: admin.access_token })).status).toBe(200);
    expect((await api.post(others, undefined, { token: here.access_token })).body.data).toEqual({ revoked_count: 0 });
  });

  it('has seeded accounts signed in at several places, one of them forgotten for a month', async () => {
    const { owner, admin, member } = await api.workspace({});
    for (const { access_token } of [owner, admin, member]) {
      const found = await sessionsOf(access_token);
      expect(found.length).toBeGreaterThanOrEqual(4);
      const [, ...elsewhere] = found;
      for (const field of ['browser', 'os', 'device', 'ip_address', 'location']) {
        expect(elsewhere.map((session) => session[field])).not.toContain(null);
      }
      expect(new Set(elsewhere.map(({ ip_address }) => ip_address)).size).toBe(elsewhere.length);
      const oldest = Math.min(...found.map(({ last_active_at }) => Date.parse(String(last_active_at))));
      expect(Date.now() - oldest).toBeGreaterThan(30 * 86_400_000);
    }
  });

  it('keeps a session as it is when the clock is set back (S46)', async () => {
    const { id, owner } = await api.workspace();
    await api.setClock(id, 3_600_000);
    const { access_token, refresh_token } = await api.signIn(owner);
    const renewed = await api.post(refresh, { refresh_token });
    await api.setClock(id, 0);
    expect((await api.get(me, { token: access_token })).status).toBe(200);
    const found = await behind.store.find(sessions, { user_id: owner.user_id });
    const longest = Math.max(...found.map(({ expires_at }) => Date.parse(expires_at)));
    expect(longest - Date.now()).toBeLessThan(30 * 86_400_000 + 3_700_000);
    // A used refresh token stays used: its ten seconds of grace do not apply after the clock was set back.
    expect((await api.post(refresh, { refresh_token })).status).toBe(401);
    expect((await api.get(me, { token: renewed.body.data.access_token })).status).toBe(401);
  });
});

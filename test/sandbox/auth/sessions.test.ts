import { createHmac } from 'node:crypto';
import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { argon2Hasher } from '../../../demo/server/argon2-hasher.js';
import { createApp } from '../../../src/sandbox/app.js';
import { deleteSession } from '../../../src/sandbox/auth/session-service.js';
import type { Rows, Store } from '../../../src/sandbox/db/store.js';
import { refreshTokens, sessions, settings, users } from '../../../src/sandbox/db/tables.js';
import { MailCatcher } from '../../../src/sandbox/mail/mail-catcher.js';
import { quickCost, serveOn } from '../api.js';
import { onEveryStore } from '../stores.js';

const me = '/api/v1/users/me';
const refresh = '/api/v1/auth/refresh';
const logout = '/api/v1/auth/logout';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token with any header and claims, signed by the test. */
function forge(secret: Buffer | string, header: object, claims: object, algorithm = 'sha256') {
  const signed = `${encoded(header)}.${encoded(claims)}`;
  return `${signed}.${createHmac(algorithm, secret).update(signed).digest('base64url')}`;
}

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  it('rejects every forged token quickly, and only those (S18)', async () => {
    const { owner, admin } = await api.workspace();
    const secret = Buffer.from((await behind.store.get(settings, 'token_secret'))?.value ?? '', 'base64url');
    const [, payload = '', signature = ''] = owner.access_token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const header = { alg: 'HS256', typ: 'at+jwt' };
    const hour = 3600;
    expect((await api.get(me, { token: forge(secret, header, claims) })).status).toBe(200);

    const forged: Record<string, string> = {
      'algorithm none': `${encoded({ ...header, alg: 'none' })}.${payload}.`,
      'algorithm None': `${encoded({ ...header, alg: 'None' })}.${payload}.${signature}`,
      'another algorithm': forge(secret, { ...header, alg: 'HS512' }, claims, 'sha512'),
      'a public key’s algorithm': forge(secret, { ...header, alg: 'RS256' }, claims),
      'another secret': forge('secret', header, claims),
      'an empty secret': forge('', header, claims),
      'an edited claim': `${encoded(header)}.${encoded({ ...claims, sub: admin.user_id })}.${signature}`,
      'another audience': forge(secret, header, { ...claims, aud: 'else' }),
      'another issuer': forge(secret, header, { ...claims, iss: 'else' }),
      'another type': forge(secret, { ...header, typ: 'JWT' }, claims),
      'the past': forge(secret, header, { ...claims, iat: claims.iat - hour, exp: claims.iat - 1 }),
      'the future': forge(secret, header, { ...claims, nbf: claims.iat + hour }),
      'no expiry': forge(secret, header, { ...claims, exp: undefined }),
      'another user’s session': forge(secret, header, { ...claims, sub: admin.user_id }),
      'another workspace': forge(secret, header, { ...claims, org: crypto.randomUUID() }),
      'a key by path': forge('', { ...header, kid: '../../../../dev/null' }, claims),
      'critical extensions': forge(secret, { ...header, crit: ['b64'], b64: false }, claims),
      'no signature': `${encoded(header)}.${payload}`,
      'no token': 'x',
      'a megabyte': `${encoded(header)}.${'A'.repeat(1024 * 1024)}.${signature}`,
    };
    for (const [name, token] of Object.entries(forged)) {
      const { status, body } = await api.raw('GET', me, { Authorization: `Bearer ${token}` });
      expect([name, status, body?.error?.code]).toEqual([name, 401, 'UNAUTHORIZED']);
    }
  });

  it('accepts no token of another kind (S17)', async () => {
    const workspace = await api.workspace();
    const { access_token, refresh_token } = await api.signIn(workspace.owner);
    const { key } = await api.apiKey(workspace);
    expect((await api.get(me, { token: refresh_token })).status).toBe(401);
    expect((await api.get(me, { token: key })).status).toBe(401);
    expect((await api.post(refresh, { refresh_token: access_token })).status).toBe(401);
    expect((await api.post(refresh, { refresh_token: key })).status).toBe(401);
    expect((await api.get('/api/v1/agents/', { key: access_token })).status).toBe(401);
    expect((await api.get('/api/v1/agents/', { key: refresh_token })).status).toBe(401);
  });

  it('ends an access token with its time (S17)', async () => {
    const { id, owner } = await api.workspace();
    await api.setClock(id, 14 * 60_000);
    expect((await api.get(me, { token: owner.access_token })).status).toBe(200);
    await api.setClock(id, 16 * 60_000);
    expect((await api.get(me, { token: owner.access_token })).status).toBe(401);
  });

  it('renews with a new refresh token each time (S19)', async () => {
    const { owner } = await api.workspace();
    let { refresh_token } = await api.signIn(owner);
    for (let round = 0; round < 3; round++) {
      const { status, body } = await api.post(refresh, { refresh_token });
      expect(status).toBe(200);
      expect(body.data.refresh_token).not.toBe(refresh_token);
      expect((await api.get(me, { token: body.data.access_token })).status).toBe(200);
      refresh_token = body.data.refresh_token;
    }
  });

  it('bears a repeat within ten seconds, as two tabs may make it (S19)', async () => {
    const { id, owner } = await api.workspace();
    const { refresh_token } = await api.signIn(owner);
    const both = await Promise.all([1, 2].map(() => api.post(refresh, { refresh_token })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await api.setClock(id, 9_000);
    const late = await api.post(refresh, { refresh_token });
    expect(late.status).toBe(200);
    for (const { body } of [...both, late]) {
      expect((await api.get(me, { token: body.data.access_token })).status).toBe(200);
    }
  });

  it('ends the session when a used refresh token comes back later (S19)', async () => {
    const { id, owner } = await api.workspace();
    const { refresh_token } = await api.signIn(owner);
    const { body } = await api.post(refresh, { refresh_token });
    const elsewhere = await api.signIn(owner);
    await api.setClock(id, 30_000);
    expect(await api.post(refresh, { refresh_token })).toMatchObject({
      status: 401,
      body: { error: { code: 'TOKEN_REVOKED' } },
    });
    expect((await api.get(me, { token: body.data.access_token })).status).toBe(401);
    expect((await api.post(refresh, { refresh_token: body.data.refresh_token })).status).toBe(401);
    expect((await api.get(me, { token: elsewhere.access_token })).status).toBe(200);
  });

  it('stores no token for a session that is revoked while it is refreshed (S20)', async () => {
    const { owner } = await api.workspace();
    const { access_token, refresh_token } = await api.signIn(owner);
    const { sid } = decodeJwt(access_token);
    const transaction: Store['transaction'] = (key, work) =>
      behind.store.transaction(key, (rows) => {
        const get: Rows['get'] = async (table, id) => {
          const found = await rows.get(table, id);
          if (table.name === users.name) await deleteSession(rows, String(sid));
          return found;
        };
        return work({ ...rows, get });
      });
    const store = { ...behind.store, transaction };
    const sender = new MailCatcher('no-reply@agni.example');
    const { services } = createApp({ store, sender, passwordHasher: argon2Hasher(quickCost) });
    await expect(services.sessions.refresh(refresh_token)).rejects.toMatchObject({ code: 'TOKEN_REVOKED' });
    expect(await behind.store.count(refreshTokens, { session_id: String(sid) })).toBe(0);
  });

  it('ends a session for good after thirty days, however busy it is', async () => {
    const { id, owner } = await api.workspace();
    const { refresh_token } = await api.signIn(owner);
    await api.setClock(id, 29 * 86_400_000);
    const { body } = await api.post(refresh, { refresh_token });
    expect((await api.get(me, { token: body.data.access_token })).status).toBe(200);
    await api.setClock(id, 30 * 86_400_000 + 1000);
    expect(await api.post(refresh, { refresh_token: body.data.refresh_token })).toMatchObject({
      status: 401,
      body: { error: { code: 'TOKEN_EXPIRED' } },
    });
  });

  it('ends a session with both its tokens when signing out, and no other one (S20)', async () => {
    const { owner } = await api.workspace();
    const [here, there] = [await api.signIn(owner), await api.signIn(owner)];
    expect((await api.post(logout, undefined, { token: here.access_token })).body).toMatchObject({ success: true });
    expect((await api.get(me, { token: here.access_token })).status).toBe(401);
    expect((await api.post(refresh, { refresh_token: here.refresh_token })).status).toBe(401);
    expect((await api.post(logout, undefined, { token: here.access_token })).status).toBe(401);
    expect((await api.get(me, { token: there.access_token })).status).toBe(200);
    expect((await api.post(refresh, { refresh_token: there.refresh_token })).status).toBe(200);
  });

  it('looks a session up at every request, so that one taken away is over at once (S20)', async () => {
    const { owner } = await api.workspace();
    const { access_token: token, refresh_token } = await api.signIn(owner);
    expect((await api.get(me, { token })).status).toBe(200);
    const open = await behind.store.find(sessions, { user_id: owner.user_id });
    await behind.store.delete(sessions, { user_id: owner.user_id });
    expect(open.length).toBeGreaterThan(0);
    expect((await api.get(me, { token })).status).toBe(401);
    expect((await api.post(refresh, { refresh_token })).status).toBe(401);
  });

  it('writes down where a session is used, but not at every request', async () => {
    const { id, owner } = await api.workspace();
    const { access_token: token } = await api.signIn(owner, { headers: { 'User-Agent': 'Tester/1.0' } });
    const own = async () => {
      const [session] = await behind.store.find(sessions, { user_id: owner.user_id, user_agent: 'Tester/1.0' });
      return session;
    };
    const before = await own();
    expect(before?.ip_address).toMatch(/127\.0\.0\.1$/);
    await api.get(me, { token });
    expect((await own())?.last_active_at).toBe(before?.last_active_at);
    await api.setClock(id, 120_000);
    await api.get(me, { token });
    expect(Date.parse((await own())?.last_active_at ?? '')).toBeGreaterThan(Date.parse(before?.last_active_at ?? ''));
  });
});

import { expect, it, vi } from 'vitest';
import { isCommonPassword } from '../../../src/sandbox/auth/common-passwords.js';
import { users } from '../../../src/sandbox/db/tables.js';
import { type Account, type Extra, serveOn } from '../api.js';
import { onEveryStore } from '../stores.js';

const me = '/api/v1/users/me';
const login = '/api/v1/auth/login';
const refresh = '/api/v1/auth/refresh';
const next = 'Lantern-quiet-88';

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  const change = (account: Account, body: object = {}, extra: Extra = {}) =>
    api.post(
      '/api/v1/auth/change-password',
      { current_password: account.password, new_password: next, ...body },
      { token: account.access_token, ...extra },
    );
  const weak = (reason: string) => ({
    status: 422,
    body: { error: { code: 'PASSWORD_TOO_WEAK', details: { fields: { new_password: [reason] } } } },
  });

  it('changes the password, so that only the new one signs in', async () => {
    const { owner } = await api.workspace();
    const { status, body } = await change(owner);
    expect(status).toBe(200);
    expect(body.data).toEqual({ revoked_sessions: 0, access_token: expect.any(String), expires_in: 900 });
    expect((await api.get(me, { token: body.data.access_token })).status).toBe(200);
    const { email, password } = owner;
    expect((await api.post(login, { email, password })).status).toBe(401);
    expect((await api.post(login, { email, password: next })).status).toBe(200);
    expect((await api.post(login, { email, password: next.toLowerCase() })).status).toBe(401); // case matters
  });

  it('knows a password again however its letters are composed (D42)', async () => {
    const { owner } = await api.workspace();
    const composed = 'Crème brûlée für Zoë';
    const decomposed = composed.normalize('NFD');
    expect(decomposed).not.toBe(composed);
    expect((await change(owner, { new_password: decomposed })).status).toBe(200);
    const { email } = owner;
    for (const password of [composed, decomposed, composed.replace('C', 'Ｃ')]) {
      expect((await api.post(login, { email, password })).status, password).toBe(200);
    }
    const signedIn = await api.signIn({ ...owner, password: composed });
    const again = await change({ ...owner, ...signedIn, password: composed }, { new_password: decomposed });
    expect(again).toMatchObject({ status: 422, body: { error: { code: 'PASSWORD_REUSED' } } });
    const setup = { password: decomposed };
    expect((await api.post('/api/v1/auth/2fa/setup', setup, { token: signedIn.access_token })).status).toBe(200);
  });

  it('ends the other sessions with both their tokens at once, and says how many (S21)', async () => {
    const { owner, admin } = await api.workspace();
    const others = [await api.signIn(owner), await api.signIn(owner)];
    const here = await api.signIn(owner);
    const { body } = await change({ ...owner, ...here });
    expect(body.data.revoked_sessions).toBe(3); // the two new sessions, and the workspace's first one
    for (const { access_token, refresh_token } of others) {
      expect((await api.get(me, { token: access_token })).status).toBe(401);
      expect((await api.post(refresh, { refresh_token })).status).toBe(401);
    }
    expect((await api.get(me, { token: here.access_token })).status).toBe(200);
    expect((await api.post(refresh, { refresh_token: here.refresh_token })).status).toBe(200);
    expect((await api.get(me, { token: admin.access_token })).status).toBe(200);
  });

  it('leaves the other sessions alone when asked to', async () => {
    const { owner } = await api.workspace();
    const other = await api.signIn(owner);
    const { body } = await change(owner, { revoke_other_sessions: false });
    expect(body.data.revoked_sessions).toBe(0);
    expect((await api.get(me, { token: other.access_token })).status).toBe(200);
    expect((await api.post(refresh, { refresh_token: other.refresh_token })).status).toBe(200);
  });

  it('rejects a sign-in with the old password that was under way meanwhile (S21)', async () => {
    const { owner } = await api.workspace();
    const { email, password } = owner;
    const [changed, ...entered] = await Promise.all([
      change(owner),
      ...Array.from({ length: 12 }, () => api.post(login, { email, password })),
    ]);
    expect(changed.status).toBe(200);
    for (const { status, body } of entered.filter(({ status }) => status === 200)) {
      expect([status, (await api.get(me, { token: body.data.access_token })).status]).toEqual([200, 401]);
    }
    expect(entered.filter(({ status }) => ![200, 401, 429].includes(status))).toEqual([]);
  });

  it('changes it once, however many try at once', async () => {
    const { owner } = await api.workspace();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => change(owner, { new_password: `${next}${index}` })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status !== 200 && status !== 409 && status !== 401)).toEqual([]);
    const index = statuses.indexOf(200);
    expect((await api.post(login, { email: owner.email, password: `${next}${index}` })).status).toBe(200);
  });

  it('renews the cookies of a page of its own along with the token', async () => {
    const { owner } = await api.workspace();
    const headers = { Origin: api.url };
    const signedIn = await api.signIn(owner, { headers });
    const Cookie = signedIn.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    const changed = await change(owner, {}, { token: undefined, headers: { ...headers, Cookie } });
    expect([changed.status, changed.headers.getSetCookie().length]).toEqual([200, 2]);
    expect((await change(owner, {}, { token: undefined, headers: { Cookie } })).status).toBe(403);
  });

  it('says of a wrong current password that it is wrong, not that the user is signed out', async () => {
    const { owner } = await api.workspace();
    expect(await change(owner, { current_password: 'Wrong-otter-41' })).toMatchObject({
      status: 401,
      body: { error: { code: 'INVALID_CREDENTIALS' } },
    });
    expect((await api.get(me, { token: owner.access_token })).status).toBe(200);
  });

  it('counts wrong current passwords, and then makes even the right one wait (S10)', async () => {
    const { id, owner, admin } = await api.workspace();
    for (let count = 0; count < 10; count++) {
      expect((await change(owner, { current_password: 'Wrong-otter-41' })).status).toBe(401);
    }
    const held = await change(owner);
    expect(held).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED' } } });
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(
      (await api.post('/api/v1/auth/2fa/setup', { password: owner.password }, { token: owner.access_token })).status,
    ).toBe(429);
    expect((await change(admin)).status).toBe(200);
    await api.setClock(id, 16 * 60_000);
    const { access_token } = await api.signIn(owner);
    expect((await change({ ...owner, access_token })).status).toBe(200);
  });

  it('rejects the old password, as it stands (S31)', async () => {
    const { owner } = await api.workspace();
    expect(await change(owner, { new_password: owner.password })).toMatchObject({
      status: 422,
      body: { error: { code: 'PASSWORD_REUSED', details: { fields: { new_password: ['same'] } } } },
    });
    expect((await change(owner, { new_password: `${owner.password}${owner.password}` })).status).toBe(200);
  });

  it('rejects a password that is too short or too long before hashing, by characters and by bytes (S45)', async () => {
    const { owner } = await api.workspace();
    expect(await change(owner, { new_password: 'Aq7-xyz' })).toMatchObject(weak('too_short'));
    expect(await change(owner, { new_password: '🦦🦦🦦🦦🦦🦦🦦' })).toMatchObject(weak('too_short'));
    expect(await change(owner, { new_password: 'x'.repeat(1025) })).toMatchObject(weak('too_long'));
    expect(await change(owner, { new_password: 'é'.repeat(513) })).toMatchObject(weak('too_long'));
    expect(await change(owner, { current_password: 'x'.repeat(1025) })).toMatchObject({
      body: { error: { code: 'VALIDATION_FAILED', details: { fields: { current_password: ['too_long'] } } } },
    });
    expect(await change(owner, { new_password: undefined })).toMatchObject({
      body: { error: { code: 'VALIDATION_FAILED', details: { fields: { new_password: ['required'] } } } },
    });
  });

  it('accepts all characters, and requires no kinds of characters', async () => {
    const { owner } = await api.workspace();
    const taken = [
      'correct horse battery',
      '   bq zv wk  ',
      '🦦🌊🪨🐟🌙🎐🧭🛶',
      'ж'.repeat(512),
      `${'y'.repeat(900)}-end`,
    ];
    let account = owner;
    for (const password of taken) {
      expect([password, (await change(account, { new_password: password })).status]).toEqual([password, 200]);
      account = { ...account, password };
    }
    const signIn = (password: string) => api.post(login, { email: owner.email, password });
    expect((await signIn(account.password.slice(0, -1))).status).toBe(401); // long passwords are not truncated
    expect((await signIn(account.password)).status).toBe(200);
  });

  it('rejects the commonest passwords, in any case', async () => {
    const { owner } = await api.workspace();
    for (const new_password of ['password', 'PassWord', '12345678', 'qwertyuiop', 'iloveyou', 'trustno1', '1q2w3e4r']) {
      expect(await change(owner, { new_password })).toMatchObject(weak('common'));
    }
  });

  it('rejects passwords built on the name, the address or the workspace', async () => {
    const { owner } = await api.workspace();
    const built = [
      owner.email,
      owner.email.toUpperCase(),
      'AdaOsei1987',
      'ada.osei!',
      'osei-2026-1',
      'Northwind2026',
      'N0rthw1nd!',
      'northwind dental',
      'Northwind-password1',
      'NORTHWIND-DENTAL-1',
      ...['@d@-kq9z2v6', '4d4-kq9z2v6', 'o5ei-kq9z2v', 'o$ei-kq9z2v', 'os3i-kq9z2v', 'ose!-kq9z2v', 'nor7hwind-kq9z'],
    ];
    for (const new_password of built) {
      expect([new_password, await change(owner, { new_password })]).toMatchObject([new_password, weak('personal')]);
    }
    const names = { first_name: 'Ann', last_name: 'Annabelle' }; // one name is part of the other
    expect((await api.send('PATCH', me, { token: owner.access_token, body: names })).status).toBe(200);
    expect(await change(owner, { new_password: 'annabelle-kq9z' })).toMatchObject(weak('personal'));
    // A password may contain a name if its rest is strong enough.
    expect((await change(owner, { new_password: 'northwind kite/oak' })).status).toBe(200);
  });

  it('says of an account that signs in elsewhere that it has none', async () => {
    const { owner } = await api.workspace();
    await behind.store.update(users, { id: owner.user_id }, { password_hash: null, auth_provider: 'google' });
    expect(await change(owner)).toMatchObject({ status: 409, body: { error: { code: 'CONFLICT' } } });
  });

  it('opens everything once a temporary password is replaced, and never by keeping it (S29, S31)', async () => {
    const { owner } = await api.workspace();
    await behind.store.update(users, { id: owner.user_id }, { must_change_password: true });
    const { access_token: token } = await api.signIn(owner);
    const account = { ...owner, access_token: token };
    const kept = await change(account, { new_password: owner.password });
    expect([kept.status, kept.body.error.code]).toEqual([422, 'PASSWORD_REUSED']);
    expect((await api.get('/api/v1/users', { token })).status).toBe(403);
    expect((await change(account)).status).toBe(200);
    expect((await api.get('/api/v1/users', { token })).status).toBe(200);
    expect(await api.get(me, { token })).toMatchObject({ body: { data: { must_change_password: false } } });
    expect((await api.post(login, { email: owner.email, password: owner.password })).status).toBe(401);
  });

  it('never writes a password down', async () => {
    const { owner } = await api.workspace();
    expect((await change(owner)).status).toBe(200);
    const dump = await behind.place.dump();
    expect(dump).not.toContain(next);
    const { text } = await api.get(
      `/__sandbox/requests?org_id=${(await api.get(me, { token: owner.access_token })).body.data.organization_id}`,
    );
    expect(text).toContain('change-password');
    expect(text).not.toContain(next);
  });
});

it('knows the three thousand commonest passwords of eight characters and more', async () => {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const long = dictionary['passwords-common'].filter((password) => password.length >= 8);
  for (const password of long.slice(0, 3000))
    expect([password, await isCommonPassword(password)]).toEqual([password, true]);
  expect(await isCommonPassword(long[4000] ?? '')).toBe(false);
});

it('loads the list of common passwords again after a failure', async () => {
  vi.doMock('@zxcvbn-ts/language-common', () => Promise.reject(new Error('offline')));
  const fresh = '../../../src/sandbox/auth/common-passwords.js?fresh';
  const { isCommonPassword }: typeof import('../../../src/sandbox/auth/common-passwords.js') = await import(fresh);
  await expect(isCommonPassword('trustno1')).rejects.toThrow();
  vi.doUnmock('@zxcvbn-ts/language-common');
  expect(await isCommonPassword('trustno1')).toBe(true);
});

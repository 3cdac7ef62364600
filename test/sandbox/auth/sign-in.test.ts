import { expect, it } from 'vitest';
import { users } from '../../../src/sandbox/db/tables.js';
import { serveOn } from '../api.js';
import { onEveryStore } from '../stores.js';

const me = '/api/v1/users/me';
const login = '/api/v1/auth/login';
const refresh = '/api/v1/auth/refresh';

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  it('signs in by address, in any case, and password', async () => {
    const { owner } = await api.workspace();
    const { status, body } = await api.post(login, {
      email: ` ${owner.email.toUpperCase()} `,
      password: owner.password,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      data: { two_factor_required: false, token_type: 'Bearer', must_change_password: false, user: { role: 'OWNER' } },
    });
    expect(body.data.expires_in).toBeLessThanOrEqual(900);
    expect(body.data.user).not.toHaveProperty('password_hash');
    const token = body.data.access_token;
    expect(await api.get(me, { token })).toMatchObject({ status: 200, body: { data: { id: owner.user_id } } });
  });

  it('answers an unknown address, a wrong password and an account without one alike (S13)', async () => {
    const { owner, id } = await api.workspace({});
    const [google] = await behind.store.find(users, { organization_id: id, auth_provider: 'google' });
    const answers = await Promise.all(
      [owner.email, 'unknown@northwind.example', google?.email].map((email) =>
        api.post(login, { email, password: 'Wrong-otter-41' }),
      ),
    );
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 401, body: { error: { code: 'INVALID_CREDENTIALS' } } });
      expect(answer.text).toBe(answers[0]?.text);
    }
  });

  it('says that an account is disabled only after the right password, and rejects its sessions (S13, S21)', async () => {
    const { member } = await api.workspace();
    await behind.store.update(users, { id: member.user_id }, { status: 'DISABLED' });
    const right = await api.post(login, { email: member.email, password: member.password });
    expect(right).toMatchObject({ status: 403, body: { error: { code: 'ACCOUNT_DISABLED' } } });
    const wrong = await api.post(login, { email: member.email, password: 'Wrong-otter-41' });
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'INVALID_CREDENTIALS' } } });
    expect(await api.get(me, { token: member.access_token })).toMatchObject({
      status: 403,
      body: { error: { code: 'ACCOUNT_DISABLED' } },
    });
  });

  it('signs in to another workspace with the same email and password where one has disabled the account', async () => {
    const [{ member: disabled }, { member: enabled }] = [await api.workspace(), await api.workspace()];
    const email = `${crypto.randomUUID()}@northwind.example`;
    const shared = { email, email_key: email };
    // The last used account is tried first.
    const last = { status: 'DISABLED', last_login_at: '2999-01-01T00:00:00Z' };
    await behind.store.update(users, { id: disabled.user_id }, { ...shared, ...last });
    await behind.store.update(users, { id: enabled.user_id }, shared);
    const { status, body } = await api.post(login, { email, password: enabled.password });
    expect([status, body.data?.user.id]).toEqual([200, enabled.user_id]);
  });

  it('rejects sessions and tokens of a removed user from the next request on (S21)', async () => {
    const { member } = await api.workspace();
    const { access_token, refresh_token } = await api.signIn(member);
    await behind.store.delete(users, { id: member.user_id });
    expect((await api.get(me, { token: access_token })).status).toBe(401);
    expect((await api.post(refresh, { refresh_token })).status).toBe(401);
    expect((await api.post(login, { email: member.email, password: member.password })).status).toBe(401);
  });

  it('counts ten wrong passwords of an account, however many come at once, and then makes every client wait (S10)', async () => {
    const { id, owner, admin } = await api.workspace();
    const wrong = { email: owner.email, password: 'Wrong-otter-41' };
    const answers = await Promise.all(Array.from({ length: 25 }, () => api.post(login, wrong)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    const right = { email: owner.email, password: owner.password };
    const held = await api.post(login, right);
    expect(held).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED' } } });
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(800);
    const evading = await api.post(login, right, { headers: { 'X-Forwarded-For': '203.0.113.9' } });
    expect(evading.status).toBe(429);
    expect((await api.post(login, { email: admin.email, password: admin.password })).status).toBe(200);
    await api.setClock(id, 16 * 60_000);
    expect((await api.post(login, right)).status).toBe(200);
  });

  it('does not count right passwords, and resets the counter after one', async () => {
    const { owner } = await api.workspace();
    const { email, password } = owner;
    const answers = await Promise.all(Array.from({ length: 15 }, () => api.post(login, { email, password })));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    for (let round = 0; round < 2; round++) {
      for (let wrong = 0; wrong < 9; wrong++) {
        expect((await api.post(login, { email, password: 'Wrong-otter-41' })).status).toBe(401);
      }
      expect((await api.post(login, { email, password })).status).toBe(200);
    }
  });

  it('rejects a password too long to be one before it is hashed (S45)', async () => {
    const { owner } = await api.workspace();
    const { status, body } = await api.post(login, { email: owner.email, password: 'x'.repeat(1025) });
    expect(status).toBe(422);
    expect(body.error.details.fields).toEqual({ password: ['too_long'] });
  });

  it('stores passwords as argon2id and tokens as digests', async () => {
    const { owner } = await api.workspace();
    const { refresh_token } = await api.signIn(owner);
    const kept = await behind.store.get(users, owner.user_id);
    expect(kept?.password_hash).toMatch(/^\$argon2id\$v=19\$/);
    const dump = await behind.place.dump();
    expect(dump).toContain(owner.email);
    expect(dump).not.toContain(owner.password);
    expect(dump).not.toContain(refresh_token);
  });

  it('changes both names of one user at once without losing one, and finds users by the new ones (S06)', async () => {
    const { member } = await api.workspace();
    const token = member.access_token;
    const change = (body: object) => api.send('PATCH', me, { token, body });
    await Promise.all([change({ first_name: 'Zoë' }), change({ last_name: 'Brontë' })]);
    const { body } = await api.get('/api/v1/users?search=ZOË BRONTË', { token });
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([member.user_id]);
  });
});

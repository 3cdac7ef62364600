import { expect, it, vi } from 'vitest';
import { invitations, users } from '../../../src/sandbox/db/tables.js';
import { passwordIn } from '../../demo/server/smtp-sink.js';
import { type Account, type Answer, serveOn, type TestWorkspace } from '../api.js';
import { onEveryStore } from '../stores.js';

const list = '/api/v1/users/invitations';
const login = '/api/v1/auth/login';
const day = 86_400_000;

/** An address that is not in use. */
const newAddress = () => `guest-${crypto.randomUUID().slice(0, 8)}@northwind.example`;

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  const invite = (by: Account, email: string, more: object = {}) =>
    api.post(
      '/api/v1/users/invite',
      { email, first_name: 'Grace', last_name: 'Hopper', ...more },
      { token: by.access_token },
    );
  const resend = (by: Account, id: string) => api.post(`${list}/${id}/resend`, undefined, { token: by.access_token });
  const revoke = (by: Account, id: string) => api.send('DELETE', `${list}/${id}`, { token: by.access_token });
  const shown = async ({ owner }: TestWorkspace, query = '') =>
    (await api.get(`${list}?limit=200&${query}`, { token: (await api.signIn(owner)).access_token })).body;

  const mailsTo = async (email: string) => (await api.get(`/__sandbox/mail?to=${encodeURIComponent(email)}`)).body;
  const signIn = (email: string, password: string) => api.post(login, { email, password });
  const outcome = ({ status, body }: Answer) => [status, body.error?.code];

  it('replies for an email of another workspace as for an unknown one, and both users sign in (D51)', async () => {
    const [elsewhere, workspace] = [await api.workspace(), await api.workspace()];
    const { email, password } = elsewhere.member;
    const ownUser = { status: 409, body: { error: { code: 'CONFLICT' } } };
    expect(await invite(elsewhere.owner, email)).toMatchObject(ownUser);
    const [known, unknown] = [await invite(workspace.owner, email), await invite(workspace.owner, newAddress())];
    const constant = ({ status, body }: Answer) => {
      const { id, user_id, email, created_at, expires_at, ...rest } = body.data;
      return { status, ...body, data: rest };
    };
    expect(constant(known)).toEqual(constant(unknown));
    expect(known.status).toBe(200);
    expect(outcome(await invite(workspace.owner, email))).toEqual([409, 'CONFLICT']);

    const temporary = passwordIn((await mailsTo(email))[0]);
    const organizationOf = async (typed: string) => (await signIn(email, typed)).body.data?.user.organization_id;
    expect(await organizationOf(temporary)).toBe(workspace.id);
    expect(await organizationOf(password)).toBe(elsewhere.id);
    expect(await organizationOf(`${password}!`)).toBeUndefined();
    expect((await revoke(workspace.owner, known.body.data.id)).status).toBe(200);
    expect(await organizationOf(temporary)).toBeUndefined();
    expect(await organizationOf(password)).toBe(elsewhere.id);
  });

  it('invites a user by email, and makes them choose a password before they are listed (S29, S31)', async () => {
    const workspace = await api.workspace();
    const email = newAddress();
    const invited = await invite(workspace.admin, email);
    expect(invited).toMatchObject({
      status: 200,
      body: { data: { email, role: 'MEMBER', status: 'PENDING', invited_by: workspace.admin.user_id } },
    });
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({ to: email, subject: expect.stringContaining('Northwind Dental') });
    const password = passwordIn(mail);
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(invited.text).not.toContain(password);

    const listed = async () => (await api.get('/api/v1/users', { token: workspace.owner.access_token })).body.data;
    expect(await listed()).toHaveLength(3);
    const first = await signIn(email, password);
    expect(first).toMatchObject({ status: 200, body: { data: { must_change_password: true } } });
    const token = first.body.data.access_token;
    expect(outcome(await api.get('/api/v1/users', { token }))).toEqual([403, 'PASSWORD_CHANGE_REQUIRED']);
    expect(await listed()).toHaveLength(3);

    const change = (new_password: string) =>
      api.post('/api/v1/auth/change-password', { current_password: password, new_password }, { token });
    expect(outcome(await change(password))).toEqual([422, 'PASSWORD_REUSED']);
    expect((await change('Lantern-quiet-88')).status).toBe(200);
    expect(await listed()).toHaveLength(4);
    expect((await listed()).at(-1)).toMatchObject({ email, first_name: 'Grace', status: 'ACTIVE', role: 'MEMBER' });
    expect((await shown(workspace)).data).toMatchObject([{ email, status: 'ACCEPTED' }]);
    expect(outcome(await signIn(email, password))).toEqual([401, 'INVALID_CREDENTIALS']);
    expect((await signIn(email, 'Lantern-quiet-88')).status).toBe(200);
    expect(outcome(await resend(workspace.owner, invited.body.data.id))).toEqual([409, 'CONFLICT']);
    expect(outcome(await revoke(workspace.owner, invited.body.data.id))).toEqual([404, 'NOT_FOUND']);
  });

  it('keeps a temporary password in no answer, no log and no table (S44)', async () => {
    const { owner, id } = await api.workspace();
    const email = newAddress();
    await invite(owner, email);
    const password = passwordIn((await mailsTo(email))[0]);
    await signIn(email, password);
    expect(JSON.stringify(api.log)).not.toContain(password);
    expect((await api.get(`/__sandbox/requests?org_id=${id}`)).text).not.toContain(password);
    const dump = await behind.place.dump();
    expect(dump).toContain(email);
    expect(dump).not.toContain(password);
    const [kept] = await behind.store.find(users, { email_key: email });
    expect(kept?.password_hash).toMatch(/^\$argon2id\$/);
  });

  it('invalidates a temporary password when it is replaced, expired or revoked (S09, S30)', async () => {
    const workspace = await api.workspace();
    const email = newAddress();
    const { id } = (await invite(workspace.owner, email)).body.data;
    const old = passwordIn((await mailsTo(email))[0]);
    const { access_token: token } = (await signIn(email, old)).body.data;

    expect((await resend(workspace.owner, id)).body.data).toMatchObject({ id, status: 'PENDING' });
    const password = passwordIn((await mailsTo(email))[0]);
    expect(password).not.toBe(old);
    expect(outcome(await signIn(email, old))).toEqual([401, 'INVALID_CREDENTIALS']);
    expect((await api.get('/api/v1/users/me', { token })).status).toBe(401);
    const held = await resend(workspace.owner, id);
    expect(outcome(held)).toEqual([429, 'RATE_LIMITED']);
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(50);

    const second = (await signIn(email, password)).body.data.access_token;
    await api.setClock(workspace.id, 7 * day + 1000);
    expect(outcome(await signIn(email, 'wrong'))).toEqual([401, 'INVALID_CREDENTIALS']);
    expect(outcome(await signIn(email, password))).toEqual([403, 'INVITATION_EXPIRED']);
    expect((await shown(workspace)).data).toMatchObject([{ id, status: 'EXPIRED' }]);
    expect(outcome(await invite(workspace.owner, email))).toEqual([401, 'UNAUTHORIZED']); // the token has expired
    const owner = { ...workspace.owner, ...(await api.signIn(workspace.owner)) };
    expect(outcome(await invite(owner, email))).toEqual([409, 'CONFLICT']);

    await api.setClock(workspace.id, 7 * day - 60_000);
    expect((await signIn(email, password)).status).toBe(200);
    await api.setClock(workspace.id, 7 * day + 1000);
    const late = { current_password: password, new_password: 'Lantern-quiet-88' };
    expect((await api.post('/api/v1/auth/change-password', late, { token: second })).status).toBe(401);

    expect((await resend(owner, id)).status).toBe(200);
    const last = passwordIn((await mailsTo(email))[0]);
    expect((await signIn(email, last)).status).toBe(200);
    expect((await revoke(owner, id)).status).toBe(200);
    expect(outcome(await revoke(owner, id))).toEqual([404, 'NOT_FOUND']);
    expect(outcome(await resend(owner, id))).toEqual([404, 'NOT_FOUND']);
    expect(outcome(await signIn(email, last))).toEqual([401, 'INVALID_CREDENTIALS']);
    expect((await shown(workspace)).data).toMatchObject([{ id, status: 'REVOKED' }]);
    expect((await invite(owner, email)).status).toBe(200);
  });

  it('lets an admin invite and manage admins but not owners, and a MEMBER no one (S27)', async () => {
    const { owner, admin, member } = await api.workspace();
    const refused = [403, 'FORBIDDEN'];
    expect(outcome(await invite(admin, newAddress(), { role: 'OWNER' }))).toEqual(refused);
    expect(outcome(await invite(member, newAddress()))).toEqual(refused);
    const { id } = (await invite(owner, newAddress(), { role: 'OWNER' })).body.data;
    for (const by of [admin, member]) {
      expect(outcome(await resend(by, id))).toEqual(refused);
      expect(outcome(await revoke(by, id))).toEqual(refused);
    }
    expect((await revoke(owner, id)).status).toBe(200);
    const { body } = await invite(admin, newAddress(), { role: 'ADMIN' });
    expect(body.data.role).toBe('ADMIN');
    expect((await revoke(admin, body.data.id)).status).toBe(200);
  });

  it('reads a page of ten thousand invitations without reading the others (C34)', async () => {
    const workspace = await api.workspace({});
    const { store } = behind;
    const [some] = await store.find(invitations, { organization_id: workspace.id, status: 'PENDING' });
    if (!some) throw new Error('There is no invitation');
    const at = (index: number) => new Date(Date.now() + (index - 5000) * 60_000).toISOString();
    const many = Array.from({ length: 10_000 }, (_, index) => {
      return { ...some, id: crypto.randomUUID(), user_id: null, expires_at: at(index), created_at: at(index - 20_000) };
    });
    await store.insert(invitations, many);
    const find = vi.spyOn(store, 'find');
    const { data, meta } = await shown(workspace, 'status=PENDING&offset=40');
    const rows = await Promise.all(find.mock.results.map(({ value }) => value));
    find.mockRestore();
    expect(meta.total).toBeGreaterThan(4900);
    expect(meta.total).toBeLessThan(5010);
    expect(data.every(({ expires_at }: { expires_at: string }) => expires_at > new Date().toISOString())).toBe(true);
    for (const found of rows) expect(found.length).toBeLessThanOrEqual(200);
    expect((await shown(workspace, 'status=expired')).meta.total).toBeGreaterThan(4990);
    expect((await shown(workspace)).meta.total).toBe(10_005);
  });

  it('never exceeds the seats, also in parallel (S07)', async () => {
    const workspace = await api.workspace({ empty: true, seats: 6 });
    const answers = await Promise.all(Array.from({ length: 50 }, () => invite(workspace.owner, newAddress())));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect(answer).toMatchObject({
        status: 403,
        body: { error: { code: 'MEMBER_LIMIT_REACHED', details: { max_members: 6 } } },
      });
    }
    expect((await shown(workspace, 'status=PENDING')).meta.total).toBe(3);
  });

  it('invites an address once, in whatever spelling, however many ask at once (S08)', async () => {
    const { owner, member } = await api.workspace({ empty: true, seats: 60 });
    const email = newAddress();
    const spellings = [email, email.toUpperCase(), ` ${email} `, email.replace('.example', '。example')];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => invite(owner, spellings[index % 4] ?? '')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(49).fill(409)]);
    expect(await mailsTo(email)).toHaveLength(1);
    expect(outcome(await invite(owner, member.email.toUpperCase()))).toEqual([409, 'CONFLICT']);
  });

  it('treats the invitations a workspace begins with like its own: open ones block, may be accepted, and end', async () => {
    const { owner, id } = await api.workspace({});
    const seeded = (await shown({ owner } as TestWorkspace)).data as { id: string; email: string; status: string }[];
    const of = (status: string) => seeded.filter((one) => one.status === status);
    expect([of('PENDING').length, of('EXPIRED').length, of('REVOKED').length, of('ACCEPTED').length]).toEqual([
      ...[2, 1, 1, 1],
    ]);
    for (const { email } of [...of('PENDING'), ...of('EXPIRED'), ...of('ACCEPTED')]) {
      expect([email, ...outcome(await invite(owner, email))]).toEqual([email, 409, 'CONFLICT']);
    }
    expect((await invite(owner, of('REVOKED')[0]?.email ?? '')).status).toBe(200);
    const [accepted] = of('ACCEPTED');
    expect(outcome(await resend(owner, accepted?.id ?? ''))).toEqual([409, 'CONFLICT']);
    expect(outcome(await revoke(owner, accepted?.id ?? ''))).toEqual([404, 'NOT_FOUND']);

    const members = await behind.store.count(users, { organization_id: id, status: 'ACTIVE' });
    for (const one of [...of('EXPIRED'), ...of('PENDING').slice(0, 1)]) {
      expect((await resend(owner, one.id)).body.data).toMatchObject({ id: one.id, status: 'PENDING' });
      const current_password = passwordIn((await mailsTo(one.email))[0]);
      const { access_token: token } = (await signIn(one.email, current_password)).body.data;
      const body = { current_password, new_password: 'Lantern-quiet-88' };
      expect((await api.post('/api/v1/auth/change-password', body, { token })).status).toBe(200);
    }
    expect(await behind.store.count(users, { organization_id: id, status: 'ACTIVE' })).toBe(members + 2);
    const [, last] = of('PENDING');
    expect((await revoke(owner, last?.id ?? '')).status).toBe(200);
    expect((await invite(owner, last?.email ?? '')).status).toBe(200);
  });
});

import { describe, expect, it } from 'vitest';
import { apiKeys, recoveryCodes, sessions, twoFactors, type UserRow, users } from '../../../src/sandbox/db/tables.js';
import { userVersioningStore } from '../../../src/sandbox/users/user-versioning-store.js';
import { type Account, serveOn, type TestWorkspace } from '../api.js';
import { onEveryStore } from '../stores.js';

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  const changeRole = (by: Pick<Account, 'access_token'>, id: string, role: string) =>
    api.send('PATCH', `/api/v1/users/${id}`, { token: by.access_token, body: { role } });
  const remove = (by: Pick<Account, 'access_token'>, id: string) =>
    api.send('DELETE', `/api/v1/users/${id}`, { token: by.access_token });
  const list = async (by: Account, query = '') =>
    (await api.get(`/api/v1/users?${query}`, { token: by.access_token })).body;
  const me = (by: Account) => api.get('/api/v1/users/me', { token: by.access_token });
  const told = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code];
  const colleague = async ({ id }: TestWorkspace, lastName: string) => {
    const [found] = await behind.store.find(users, { organization_id: id, last_name: lastName });
    return found as UserRow;
  };
  const owners = ({ id }: TestWorkspace) =>
    behind.store.count(users, { organization_id: id, role: 'OWNER', status: 'ACTIVE' });

  describe('a role', () => {
    it('is listed with its name and its permissions', async () => {
      const { member } = await api.workspace();
      const { body } = await api.get('/api/v1/roles', { token: member.access_token });
      const described = { description: expect.stringMatching(/\S/), is_assignable: true };
      const manages = expect.arrayContaining(['users:remove', 'api_keys:create', 'integrations:manage']);
      expect(body.data).toEqual([
        { ...described, id: 'OWNER', name: 'Owner', permissions: manages },
        { ...described, id: 'ADMIN', name: 'Admin', permissions: manages },
        {
          ...described,
          id: 'MEMBER',
          name: 'Member',
          permissions: ['organization:read', 'users:read', 'integrations:read'],
        },
      ]);
    });

    it('is given by owners and admins, owners by owners alone, and by no user to themselves (S27)', async () => {
      const workspace = await api.workspace({});
      const { owner, admin, member } = workspace;
      const kofi = await colleague(workspace, 'Mensah');
      const { status, body } = await changeRole(admin, member.user_id, 'ADMIN');
      expect(status).toBe(200);
      expect(body.data).toMatchObject({ id: member.user_id, role: 'ADMIN' });
      expect(body.data.permissions).toContain('users:remove');
      expect(told(await changeRole(admin, kofi.id, 'OWNER'))).toEqual([403, 'FORBIDDEN']);
      expect(told(await changeRole(admin, admin.user_id, 'OWNER'))).toEqual([403, 'FORBIDDEN']);
      expect(told(await changeRole(admin, owner.user_id, 'MEMBER'))).toEqual([403, 'FORBIDDEN']);
      expect(told(await changeRole(owner, kofi.id, 'SUPERADMIN'))).toEqual([422, 'VALIDATION_FAILED']);
      expect((await changeRole(owner, kofi.id, 'OWNER')).status).toBe(200);
      expect(told(await changeRole(admin, kofi.id, 'ADMIN'))).toEqual([403, 'FORBIDDEN']);
      expect((await changeRole(owner, member.user_id, 'MEMBER')).status).toBe(200);
      for (const role of ['OWNER', 'ADMIN', 'MEMBER']) {
        expect(told(await changeRole(member, member.user_id, role))).toEqual([403, 'FORBIDDEN']);
      }
    });

    it('counts from the very next request on (S21)', async () => {
      const { owner, admin } = await api.workspace({});
      const keys = () => api.get('/api/v1/api-keys', { token: admin.access_token });
      expect((await keys()).status).toBe(200);
      await changeRole(owner, admin.user_id, 'MEMBER');
      expect((await keys()).status).toBe(403);
      expect((await me(admin)).body.data.role).toBe('MEMBER');
      await changeRole(owner, admin.user_id, 'ADMIN');
      expect((await keys()).status).toBe(200);
    });

    it('of the last owner who can sign in cannot be changed (S05)', async () => {
      const workspace = await api.workspace({});
      const { owner, admin } = workspace;
      expect(told(await changeRole(owner, owner.user_id, 'ADMIN'))).toEqual([409, 'LAST_ADMIN']);
      expect((await changeRole(owner, owner.user_id, 'OWNER')).status).toBe(200);
      await changeRole(owner, admin.user_id, 'OWNER');
      await behind.store.update(users, { id: owner.user_id }, { status: 'DISABLED' });
      expect(told(await changeRole(admin, admin.user_id, 'MEMBER'))).toEqual([409, 'LAST_ADMIN']);
      expect((await remove(admin, owner.user_id)).status).toBe(200); // a disabled owner does not count
      expect(await owners(workspace)).toBe(1);
    });
  });

  describe('a user who is removed', () => {
    it('is signed out everywhere at once, for reading and for renewal (S21)', async () => {
      const { owner, admin, member } = await api.workspace({});
      const elsewhere = await api.signIn(member);
      expect((await remove(admin, member.user_id)).status).toBe(200);
      expect((await me(member)).status).toBe(401);
      expect((await api.get('/api/v1/users/me', { token: elsewhere.access_token })).status).toBe(401);
      const renewed = await api.post('/api/v1/auth/refresh', { refresh_token: elsewhere.refresh_token });
      expect(renewed.status).toBe(401);
      const { email, password } = member;
      expect((await api.post('/api/v1/auth/login', { email, password })).status).toBe(401);
      expect((await list(owner, `search=${email}`)).meta.total).toBe(0);
    });

    it('leaves nothing behind but what belongs to the workspace', async () => {
      const workspace = await api.workspace({});
      const { owner, admin } = workspace;
      const kofi = await colleague(workspace, 'Mensah');
      const keys = await behind.store.find(apiKeys, { created_by: admin.user_id });
      expect(keys.length).toBeGreaterThan(0);
      for (const id of [kofi.id, admin.user_id]) expect((await remove(owner, id)).status).toBe(200);
      expect(await behind.store.find(sessions, { user_id: kofi.id })).toEqual([]);
      expect(await behind.store.find(recoveryCodes, { user_id: kofi.id })).toEqual([]);
      expect(await behind.store.get(twoFactors, kofi.id)).toBeUndefined();
      expect(await behind.store.find(apiKeys, { created_by: admin.user_id })).toEqual(keys);
    });

    it('is another user, exists, and is below the user who removes them (S09, S27)', async () => {
      const workspace = await api.workspace({});
      const { owner, admin, member } = workspace;
      const { id } = await colleague(workspace, 'Weber');
      const invited = await colleague(workspace, 'Okafor');
      expect(told(await remove(owner, owner.user_id))).toEqual([409, 'CONFLICT']);
      expect(told(await remove(admin, admin.user_id))).toEqual([409, 'CONFLICT']);
      expect(told(await remove(admin, owner.user_id))).toEqual([403, 'FORBIDDEN']);
      expect(told(await remove(member, id))).toEqual([403, 'FORBIDDEN']);
      const twice = await Promise.all([remove(owner, id), remove(admin, id)]);
      expect(twice.map(({ status }) => status).sort()).toEqual([200, 404]);
      // An invited user is not in the workspace yet.
      expect(told(await remove(owner, invited.id))).toEqual([404, 'NOT_FOUND']);
      expect(told(await changeRole(owner, invited.id, 'ADMIN'))).toEqual([404, 'NOT_FOUND']);
      const elsewhere = await api.workspace();
      expect(told(await remove(elsewhere.owner, member.user_id))).toEqual([404, 'NOT_FOUND']);
      expect(told(await changeRole(elsewhere.owner, member.user_id, 'MEMBER'))).toEqual([404, 'NOT_FOUND']);
    });
  });

  const [lowerings, removals] = kind.isLasting ? [150, 50] : [15, 5]; // both use the same lock in memory

  it(`leaves one owner where two lower each other at the same moment, ${lowerings} times (S05)`, async () => {
    const workspace = await api.workspace();
    const { owner, admin } = workspace;
    await changeRole(owner, admin.user_id, 'OWNER');
    for (let round = 0; round < lowerings; round++) {
      const outcomes = await Promise.all([
        changeRole(owner, admin.user_id, 'ADMIN'),
        changeRole(admin, owner.user_id, 'ADMIN'),
      ]);
      expect(outcomes.map(({ status }) => status === 200).sort()).toEqual([false, true]);
      expect(failures(outcomes)).toEqual([expect.stringMatching(/^(409 LAST_ADMIN|403 FORBIDDEN)$/)]);
      expect(await owners(workspace)).toBe(1);
      const [isFirstLeft] = outcomes.map(({ status }) => status === 200);
      if (isFirstLeft) await changeRole(owner, admin.user_id, 'OWNER');
      else await changeRole(admin, owner.user_id, 'OWNER');
    }
  });

  it(`leaves one owner where one removes and one lowers the other at the same moment, ${removals} times (S05)`, async () => {
    for (let round = 0; round < removals; round++) {
      const workspace = await api.workspace();
      const { owner, admin } = workspace;
      await changeRole(owner, admin.user_id, 'OWNER');
      const outcomes = await Promise.all([
        remove(owner, admin.user_id),
        round % 2 ? remove(admin, owner.user_id) : changeRole(admin, owner.user_id, 'MEMBER'),
      ]);
      expect(outcomes.map(({ status }) => status === 200).sort()).toEqual([false, true]);
      expect(failures(outcomes)).toEqual([expect.stringMatching(/^(409 LAST_ADMIN|403 FORBIDDEN|401 UNAUTHORIZED)$/)]);
      expect(await owners(workspace)).toBe(1);
    }
  });

  const failures = (outcomes: { status: number; body: { error?: { code: string } } }[]) =>
    outcomes.filter(({ status }) => status !== 200).map((outcome) => told(outcome).join(' '));

  it('finds users in a large workspace by any part of name and address, and pages through them', async () => {
    const { owner, id } = await api.workspace({ users: 400 });
    const all = await list(owner, 'limit=200');
    expect(all.meta.total).toBe(400);
    const rest = await list(owner, 'limit=200&offset=200');
    const emails = [...all.data, ...rest.data].map(({ email }: UserRow) => email);
    expect(new Set(emails).size).toBe(400);
    const greta = await list(owner, 'limit=200&search=reTA');
    expect(greta.meta.total).toBe(greta.data.length);
    expect(greta.data.map(({ email }: UserRow) => email)).toEqual(emails.filter((email) => email.includes('greta')));
    expect((await list(owner, 'role=admin&search=kofi')).meta.total).toBe(1);
    expect((await list(owner, 'limit=2&offset=399')).data).toHaveLength(1);
    expect((await list(owner, 'offset=400')).data).toEqual([]);
    const { data, meta } = await list(owner, 'status=INVITED');
    expect([data.map(({ status }: UserRow) => status), meta.total]).toEqual([Array(3).fill('INVITED'), 3]);
    expect(await behind.store.count(users, { organization_id: id })).toBe(403);
  });

  it('finds users without regard to case and accents, by the name that is shown, and by a pasted address (D39, D40)', async () => {
    const { owner, admin } = await api.workspace();
    const rename = (first_name: string, last_name: string) =>
      api.send('PATCH', '/api/v1/users/me', { token: owner.access_token, body: { first_name, last_name } });
    const finds = async (search: string) => {
      const { data } = await list(owner, `search=${encodeURIComponent(search)}`);
      return [search, data.map(({ email }: UserRow) => email)];
    };
    const table: [first: string, last: string, queries: string[]][] = [
      ['İpek', 'Yılmaz', ['ipek', 'İPEK', 'yilmaz', 'YILMAZ', 'ipek yilmaz']],
      ['José', 'Großmann', ['jose', 'JOSE\u0301', 'grossmann', 'GROSSMANN', 'GROẞMANN']],
      ['Søren', 'Łódź', ['soren', 'lodz']],
      ['Nia\u00a0 Ada', 'Okafor', ['nia ada', 'Nia\tAda', 'Okafor, Nia', 'okafor nia', '"Okafor, Nia Ada"']],
      ['Nia', 'Okafor', [`Okafor <${owner.email}>`, `mailto:${owner.email}`, ` ${owner.email.toUpperCase()}; `]],
    ];
    for (const [first, last, queries] of table) {
      expect((await rename(first, last)).status).toBe(200);
      for (const query of queries) expect(await finds(query)).toEqual([query, [owner.email]]);
    }
    expect(await finds(`Nia Okafor <${admin.email}>`)).toEqual([`Nia Okafor <${admin.email}>`, [admin.email]]);
    expect(await finds('nia lodz')).toEqual(['nia lodz', []]);
  });

  it('sorts all users of a workspace by any column, in both directions, page by page (D33)', async () => {
    const { owner, admin } = await api.workspace({ users: 90 });
    const rename = (first_name: string) =>
      api.send('PATCH', '/api/v1/users/me', { token: admin.access_token, body: { first_name } });
    await rename('ävar'); // sorted between Amara and Ben: case and diacritics are ignored
    const pages = async (sort: string) => {
      const answers = await Promise.all([0, 40, 80].map((offset) => list(owner, `limit=40&offset=${offset}&${sort}`)));
      expect(answers.map(({ meta }) => meta.total)).toEqual([90, 90, 90]);
      return answers.flatMap(({ data }) => data) as UserRow[];
    };
    const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const values: Record<string, (user: UserRow) => string | number> = {
      name: ({ first_name, last_name }) => plain(`${first_name} ${last_name}`),
      role: ({ role }) => ['OWNER', 'ADMIN', 'MEMBER'].indexOf(role),
      two_factor: ({ two_factor_enabled }) => Number(two_factor_enabled),
      last_login: ({ last_login_at }) => last_login_at ?? '',
      created_at: ({ created_at }) => created_at,
    };
    for (const [field, valueFor] of Object.entries(values)) {
      const ascending = await pages(`sort=${field}`);
      const sorted = ascending.map(valueFor).sort((a, b) => (a < b ? -1 : Number(a > b)));
      expect(new Set(sorted).size, field).toBeGreaterThan(1);
      expect(ascending.map(valueFor), field).toEqual(sorted);
      expect(new Set(ascending.map(({ id }) => id)).size).toBe(90);
      const descending = await pages(`sort=-${field}`);
      expect(
        descending.map(({ id }) => id),
        field,
      ).toEqual(ascending.map(({ id }) => id).reverse());
    }
    expect((await pages('sort=name')).map(({ first_name }) => first_name)).toContain('ävar');
    const byDefault = (await pages('')).map(({ id }) => id);
    expect(byDefault).toEqual((await pages('sort=created_at')).map(({ id }) => id));
  });

  it('filters by two-factor authentication, with search and order, and follows a sign-in at once (D33)', async () => {
    const { owner, admin, member } = await api.workspace({ users: 60 });
    const found = async (query: string) =>
      (await list(owner, `limit=200&${query}`)) as { data: UserRow[]; meta: object };
    const on = await found('two_factor=on');
    expect(on.data.map(({ first_name }) => first_name)).toEqual(['Kofi']);
    expect((await found('two_factor=off')).meta).toMatchObject({ total: 59 });
    expect((await found('two_factor=on&role=MEMBER')).data).toEqual([]);
    for (const sort of ['name', 'last_login', '-last_login']) {
      const { data, meta } = await found(`search=greta&two_factor=off&role=member&sort=${sort}`);
      expect(data.length, sort).toBe(5);
      expect(meta).toMatchObject({ total: 5 });
      expect(data.every(({ first_name }) => first_name === 'Greta')).toBe(true);
    }
    const never = (await found('sort=last_login')).data[0];
    expect([never?.first_name, never?.last_login_at]).toEqual(['Jonas', null]);
    await api.signIn(admin);
    const [latest, beforeThat] = (await found('sort=-last_login')).data;
    expect(latest?.id).toBe(admin.user_id);
    await api.signIn(member);
    expect((await found('sort=-last_login&status=active')).data.slice(0, 3).map(({ id }) => id)).toEqual([
      member.user_id,
      admin.user_id,
      beforeThat?.id,
    ]);
    await behind.store.update(users, { id: member.user_id }, { status: 'DISABLED' });
    expect((await found('sort=-last_login&status=active')).data[0]?.id).toBe(admin.user_id);
    for (const query of ['sort=email', 'sort=--name', 'sort=', 'two_factor=yes']) {
      const { status, body } = await api.get(`/api/v1/users?${query}`, { token: owner.access_token });
      expect([query, status, body.error.code]).toEqual([query, 400, 'INVALID_REQUEST']);
    }
  });

  it('searches literally (S36)', async () => {
    const { owner } = await api.workspace({});
    const rename = (first_name: string) =>
      api.send('PATCH', '/api/v1/users/me', { token: owner.access_token, body: { first_name } });
    const odd = ['100%_sure', '\\backslash', "O'Brien; drop table users --", 'percent', 'أحمد'];
    for (const name of odd) {
      await rename(name);
      const { data } = await list(owner, `search=${encodeURIComponent(name)}`);
      expect(data.map(({ first_name }: UserRow) => first_name)).toEqual([name]);
    }
    for (const wildcard of ['%', '_', '\\', "'"]) {
      await rename('Ada');
      expect((await list(owner, `search=${encodeURIComponent(wildcard)}`)).meta.total).toBe(0);
      await rename(wildcard);
      expect((await list(owner, `search=${encodeURIComponent(wildcard)}`)).meta.total).toBe(1);
    }
  });

  it('lists added, removed and changed users, before and after a restart', async () => {
    const { owner, admin, member } = await api.workspace({});
    const total = (await list(owner)).meta.total;
    await changeRole(owner, member.user_id, 'ADMIN');
    expect((await list(owner, 'role=ADMIN')).meta.total).toBe(3);
    await behind.restart();
    expect((await list(owner, 'role=ADMIN')).meta.total).toBe(3);
    await remove(admin, member.user_id);
    expect((await list(owner)).meta.total).toBe(total - 1);
  });

  it('notices what another process on the same database has changed', async () => {
    const { owner, admin, member, id } = await api.workspace({});
    const total = (await list(owner)).meta.total;
    // Writes of the other process, with the same layer on top of the store as in every process.
    const elsewhere = userVersioningStore(behind.store, () => crypto.randomUUID());
    await elsewhere.update(users, { id: member.user_id }, { search_key: 'zebedee' });
    expect((await list(owner, 'search=zebedee')).meta.total).toBe(1);
    await elsewhere.transaction(`organization:${id}`, async (rows) => rows.delete(users, { id: admin.user_id }));
    expect((await list(owner)).meta.total).toBe(total - 1);
    const undone = elsewhere.transaction('any', async (rows) => {
      await rows.delete(users, { id: member.user_id });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect((await list(owner)).meta.total).toBe(total - 1);
  });
});

import { expect, it } from 'vitest';
import { type EndpointDefinition, endpoints } from '../../../src/contract/all.js';
import { readFault } from '../../../src/contract/fault.js';
import {
  agents,
  apiKeys,
  appointments,
  calcomAccounts,
  ghlCalendars,
  ghlConnections,
  invitations,
  organizations,
  sessions,
  users,
} from '../../../src/sandbox/db/tables.js';
import { type Account, type Extra, serveOn, type TestWorkspace } from '../api.js';
import { memoryAndDatabase, onEveryStore } from '../stores.js';

/** All operations that require a credential. */
const guarded = Object.values(endpoints).filter(({ auth }) => auth !== 'none');

/** Operations that every role may call, with the status and code for a call without a valid body or id. */
const refusedForNoRole: Record<string, [status: number, code: string | undefined]> = {
  changePassword: [422, 'VALIDATION_FAILED'],
  setUpTwoFactor: [422, 'VALIDATION_FAILED'],
  verifyTwoFactor: [422, 'VALIDATION_FAILED'],
  disableTwoFactor: [422, 'VALIDATION_FAILED'],
  replaceRecoveryCodes: [422, 'VALIDATION_FAILED'],
  revokeSession: [404, 'NOT_FOUND'],
  changeUserRole: [404, 'NOT_FOUND'],
  removeUser: [404, 'NOT_FOUND'],
  findCalcomEventType: [404, 'NOT_FOUND'],
  getCalcomAppointment: [404, 'NOT_FOUND'],
  connectCalcom: [400, 'INVALID_REQUEST'],
  disconnectCalcom: [404, 'NOT_FOUND'],
  connectCalcomAgent: [400, 'INVALID_REQUEST'],
  disconnectCalcomAgent: [404, 'NOT_FOUND'],
  resendInvitation: [404, 'NOT_FOUND'],
  revokeInvitation: [404, 'NOT_FOUND'],
  getGhlAgentByCalendar: [404, 'NOT_FOUND'],
  getGhlAppointment: [404, 'NOT_FOUND'],
  authorizeGhl: [302, undefined],
};

/** Valid bodies, so that a refusal can only come from the access rules. */
const bodies: Record<string, object> = {
  updateOrganization: { name: 'Taken over' },
  updateCurrentUser: { first_name: 'Eve' },
  createApiKey: { name: 'mine' },
  changeUserRole: { role: 'MEMBER' },
  inviteUser: { email: 'eve@northwind.example', first_name: 'Eve', last_name: '' },
  assignCalcomAgentAccount: { calcom_account_id: null },
  connectCalcom: { org_id: '', api_key: 'x' },
  disconnectCalcom: { org_id: '', provider_id: 'x' },
  connectCalcomAgent: { org_id: '', api_key: 'x' },
  disconnectCalcomAgent: { org_id: '' },
};

/** Operations that docs/contract.md 8 allows only for owners and admins. */
const forManagers = new Set([
  ...['updateOrganization', 'listApiKeys', 'createApiKey', 'deleteApiKey'],
  ...['connectCalcom', 'disconnectCalcom', 'assignCalcomAgentAccount', 'connectCalcomAgent', 'disconnectCalcomAgent'],
  ...['inviteUser', 'resendInvitation', 'revokeInvitation', 'changeUserRole', 'removeUser'],
  ...['authorizeGhl', 'disconnectGhl'],
]);

const queryOf = ({ query }: EndpointDefinition) => Object.keys((query as { shape?: object } | undefined)?.shape ?? {});

/** Adds the id of the workspace to a path if the operation requires it. */
const naming = (path: string, operation: EndpointDefinition, organizationId: string) => {
  const name = ['org_id', 'organization_id'].find((one) => queryOf(operation).includes(one));
  return name ? `${path}?${name}=${organizationId}` : path;
};

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  const everythingOf = async ({ id }: TestWorkspace) => {
    const of = { organization_id: id };
    const { store } = behind;
    const listedUsers = await store.find(users, of);
    return {
      organization: await store.get(organizations, id),
      listedUsers,
      keys: await store.find(apiKeys, of),
      agents: await store.find(agents, of),
      ghl: await store.get(ghlConnections, id),
      ghlCalendars: await store.find(ghlCalendars, of),
      appointments: await store.find(appointments, { ...of, account_id: null }),
      invitations: await store.find(invitations, of),
      accounts: await store.find(calcomAccounts, of),
      allAppointments: await store.find(appointments, of),
      sessions: await Promise.all(listedUsers.map(({ id }) => store.find(sessions, { user_id: id }))),
    };
  };

  /** All requests of an operation that name an object of a workspace; none if the operation names no object. */
  const waysInto = async (operation: EndpointDefinition, workspace: TestWorkspace, own: TestWorkspace) => {
    const all = await everythingOf(workspace);
    const ids: Record<string, string | undefined> = {
      'api-keys': all.keys[0]?.id,
      users: workspace.owner.user_id,
      organizations: workspace.id,
      sessions: all.sessions.flat()[0]?.id,
      invitations: all.invitations[0]?.id,
      agents: all.agents[0]?.id,
      calendar: all.ghlCalendars[0]?.id,
      appointments: all.appointments[0]?.id,
    };
    const noun = operation.path.split('/').findLast((part) => part in ids && part !== 'users') ?? 'users';
    const path = operation.path.replace(/{\w+}/g, ids[noun] ?? workspace.id);
    const body = bodies[operation.name];
    const ways: { path: string; body?: object | undefined }[] = [];
    if (path !== operation.path) {
      ways.push({ path: naming(path, operation, own.id), ...(body ? { body: withOrganization(body, own.id) } : {}) });
    }
    for (const name of ['org_id', 'organization_id'].filter((name) => queryOf(operation).includes(name))) {
      ways.push({ path: `${path}?${name}=${workspace.id}`, ...(body ? { body } : {}) });
    }
    if (body && 'org_id' in body) ways.push({ path, body: withOrganization(body, workspace.id) });
    return ways;
  };
  const withOrganization = (body: object | undefined, id: string) =>
    body && 'org_id' in body ? { ...body, org_id: id } : body;

  it('separates workspaces in every operation and role, for reading and for writing (S26)', async () => {
    const [mine, theirs] = [await api.workspace({}), await api.workspace({})];
    const before = await everythingOf(theirs);
    const { key } = await api.apiKey(mine);
    let tried = 0;
    for (const operation of guarded) {
      for (const { path, body } of await waysInto(operation, theirs, mine)) {
        const callers = [mine.owner, mine.admin, mine.member].map((account) => ({ token: account.access_token }));
        for (const caller of [...callers, { key }]) {
          const answer = await api.send(operation.method, path, { ...caller, body });
          const about = [operation.name, Object.keys(caller)[0], answer.status];
          expect([403, 404], about.join(' ')).toContain(answer.status);
          expect(answer.text, about.join(' ')).not.toContain(theirs.owner.email);
          tried += 1;
        }
      }
    }
    expect(tried).toBeGreaterThanOrEqual(20);
    expect(await everythingOf(theirs)).toEqual(before);
  });

  it('lists only the user’s own data (S26)', async () => {
    const [mine, theirs] = [await api.workspace({}), await api.workspace({ users: 30 })];
    const token = mine.owner.access_token;
    for (const path of ['/api/v1/users', '/api/v1/api-keys', '/api/v1/users/invitations', '/api/v1/agents/']) {
      const { text, body } = await api.get(`${path}?limit=200`, { token });
      expect([path, body.data.length > 0]).toEqual([path, true]);
      expect([path, text.includes(theirs.id)]).toEqual([path, false]);
    }
    const found = await api.get(`/api/v1/users?search=${encodeURIComponent(theirs.owner.email)}`, { token });
    expect(found.body).toMatchObject({ data: [], meta: { total: 0 } });
  });

  /** A request of an operation on the workspace. Most paths get the id of an API key, which few operations find. */
  const requestOf = async (operation: EndpointDefinition, workspace: TestWorkspace) => {
    const places: Record<string, string> = {
      getOrganization: workspace.id,
      updateOrganization: workspace.id,
      getUser: workspace.owner.user_id,
    };
    const placeIn = async (path: string) => {
      if (!path.includes('{agent_id}')) return (await api.apiKey(workspace, { name: crypto.randomUUID() })).id;
      const [agent] = await behind.store.find(agents, { organization_id: workspace.id, name: 'Reception' });
      return agent?.id ?? '';
    };
    const place = places[operation.name] ?? (operation.path.includes('{') ? await placeIn(operation.path) : '');
    const fresh: Record<string, object> = {
      createApiKey: { name: crypto.randomUUID() },
      inviteUser: { ...bodies.inviteUser, email: `${crypto.randomUUID()}@northwind.example` },
    };
    const body = fresh[operation.name] ?? withOrganization(bodies[operation.name], workspace.id);
    return { path: naming(operation.path.replace(/{\w+}/, place), operation, workspace.id), body };
  };

  it('lets each role do what the contract gives it, and nothing to a caller without a role (S27)', async () => {
    const workspace = await api.workspace({});
    for (const operation of guarded.filter(({ name }) => name !== 'logout')) {
      for (const account of [workspace.owner, workspace.admin, workspace.member]) {
        const { path, body } = await requestOf(operation, workspace);
        const { status, body: answered } = await api.send(operation.method, path, {
          token: account.access_token,
          body,
        });
        const isRefused = account.role === 'MEMBER' && forManagers.has(operation.name);
        const expected = isRefused ? [403, 'FORBIDDEN'] : (refusedForNoRole[operation.name] ?? [200, undefined]);
        const code = status < 400 ? undefined : readFault(status, answered).code;
        expect([operation.name, account.role, status, code]).toEqual([operation.name, account.role, ...expected]);
        const anonymous = await api.send(operation.method, path, { body });
        expect([operation.name, anonymous.status]).toEqual([operation.name, 401]);
      }
    }
  });

  it('takes an API key where the contract does, for no user, and only in its own header (S23)', async () => {
    const workspace = await api.workspace({});
    const { key } = await api.apiKey(workspace);
    for (const operation of guarded) {
      const { path, body } = await requestOf(operation, workspace);
      const answered = async (extra: Extra, at = path) => {
        const { status, body: said } = await api.send(operation.method, at, { body, ...extra });
        return [operation.name, status, status < 400 ? undefined : readFault(status, said).code];
      };
      const refused = [operation.name, 401, 'UNAUTHORIZED'];
      const [, ...taken] = await answered({ key });
      if (operation.auth === 'user') expect([operation.name, ...taken]).toEqual([operation.name, 403, 'FORBIDDEN']);
      else
        expect([operation.name, ...taken]).toEqual([
          operation.name,
          ...(refusedForNoRole[operation.name] ?? [200, undefined]),
        ]);
      expect(await answered({ key: `${key}x` })).toEqual(refused);
      expect(await answered({ token: key })).toEqual(refused);
      for (const Authorization of [key, `ApiKey ${key}`]) {
        expect(await answered({ headers: { Authorization } })).toEqual(refused);
      }
      for (const name of ['api_key', 'key', 'X-Api-Key', 'access_token']) {
        expect(await answered({}, `${path}${path.includes('?') ? '&' : '?'}${name}=${key}`)).toEqual(refused);
      }
    }
  });

  it('lets a user with a temporary password only read their profile, sign out, and replace it (S29)', async () => {
    const workspace = await api.workspace({});
    const requests = await Promise.all(
      guarded.map(async (operation) => ({ operation, ...(await requestOf(operation, workspace)) })),
    );
    await behind.store.update(users, { id: workspace.owner.user_id }, { must_change_password: true });
    const { access_token: token, refresh_token } = await api.signIn(workspace.owner);
    const before = await everythingOf(workspace);
    const open: string[] = [];
    for (const { operation, path, body } of requests.filter(({ operation }) => operation.name !== 'logout')) {
      const { status, body: said } = await api.send(operation.method, path, { token, body });
      if (status !== 403 || readFault(status, said).code !== 'PASSWORD_CHANGE_REQUIRED') open.push(operation.name);
    }
    expect(open).toEqual(['getCurrentUser', 'changePassword']);
    expect(await everythingOf(workspace)).toEqual(before);
    expect((await api.post('/api/v1/auth/refresh', { refresh_token })).status).toBe(200);
    expect((await api.post('/api/v1/auth/logout', undefined, { token })).status).toBe(200);
  });

  it('lets a new role count from the next request on (S21, S27)', async () => {
    const { id, member, owner } = await api.workspace();
    const keys = (account: Account) => api.get('/api/v1/api-keys', { token: account.access_token });
    expect((await keys(member)).status).toBe(403);
    await behind.store.update(users, { id: member.user_id }, { role: 'ADMIN' });
    expect((await keys(member)).status).toBe(200);
    await behind.store.update(users, { id: owner.user_id }, { role: 'MEMBER' });
    expect((await keys(owner)).status).toBe(403);
    const change = { token: owner.access_token, body: { name: 'x' } };
    expect((await api.send('PATCH', `/api/v1/organizations/profile/${id}`, change)).status).toBe(403);
  });

  it('knows no operation but those of the contract', async () => {
    const { owner } = await api.workspace();
    for (const path of ['/api/v1/nothing', '/api/v1/users/me/', '/api/v1/agents']) {
      expect(await api.get(path, { token: owner.access_token })).toMatchObject({
        status: 404,
        body: {
          success: false,
          message: expect.any(String),
          error: { code: 'NOT_FOUND', message: expect.any(String) },
        },
      });
    }
  });
}, memoryAndDatabase);

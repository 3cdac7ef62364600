import { expect, it } from 'vitest';
import { type Endpoint, endpoints } from '../../src/contract/all.js';
import { readFault } from '../../src/contract/fault.js';
import {
  agents,
  apiKeys,
  calcomAccounts,
  calcomBookings,
  calcomLinks,
  ghlAppointments,
  ghlCalendars,
  ghlConnections,
  invitations,
  organizations,
  sessions,
  users,
} from '../../src/sandbox/tables.js';
import { type Account, serveOn, type TestWorkspace } from './api.js';
import { onEveryStore } from './stores.js';

const served = new Set([
  ...['getOrganization', 'updateOrganization', 'listRegions', 'getCurrentUser', 'updateCurrentUser', 'listUsers'],
  ...['changeUserRole', 'removeUser'],
  ...['getUser', 'listRoles', 'listInvitations', 'login', 'refreshSession', 'logout', 'listApiKeys', 'createApiKey'],
  ...['deleteApiKey', 'listAgents', 'getHealth', 'getReadiness', 'answerTwoFactorChallenge', 'changePassword'],
  ...['getTwoFactor', 'setUpTwoFactor', 'verifyTwoFactor', 'disableTwoFactor', 'replaceRecoveryCodes'],
  ...['listSessions', 'revokeSession', 'revokeOtherSessions'],
  ...['getCalcomStatus', 'connectCalcom', 'disconnectCalcom', 'listCalcomEventTypes', 'findCalcomEventType'],
  ...[
    'listCalcomAppointments',
    'getCalcomAppointment',
    'manageCalcomAppointment',
    'getCalcomAgentStatus',
    'getCalcomAgentInfo',
  ],
  ...['getCalcomAgentAccount', 'assignCalcomAgentAccount', 'connectCalcomAgent', 'disconnectCalcomAgent'],
  ...['inviteUser', 'resendInvitation', 'revokeInvitation'],
  ...['getGhlSetupStatus', 'authorizeGhl', 'finishGhlAuthorization', 'listGhlCalendars', 'getGhlAgentByCalendar'],
  ...['listGhlAppointments', 'getGhlAppointment', 'manageGhlAppointment', 'disconnectGhl'],
]);

/** What everybody may do for themselves, but not just like that: how it's answered here. */
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

/** Bodies that are acceptable, so that what is refused is refused for whom it is about. */
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

/** What section 8 gives to owners and admins alone. */
const forManagers = new Set([
  ...['updateOrganization', 'listApiKeys', 'createApiKey', 'deleteApiKey'],
  ...['connectCalcom', 'disconnectCalcom', 'assignCalcomAgentAccount', 'connectCalcomAgent', 'disconnectCalcomAgent'],
  ...['inviteUser', 'resendInvitation', 'revokeInvitation', 'changeUserRole', 'removeUser'],
  ...['authorizeGhl', 'disconnectGhl'],
]);

const queryOf = ({ query }: Endpoint) => Object.keys((query as { shape?: object } | undefined)?.shape ?? {});

/** A path that names the workspace where its operation asks for that. */
const naming = (path: string, operation: Endpoint, organizationId: string) => {
  const name = ['org_id', 'organization_id'].find((one) => queryOf(operation).includes(one));
  return name ? `${path}?${name}=${organizationId}` : path;
};

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  const everythingOf = async ({ id }: TestWorkspace) => {
    const of = { organization_id: id };
    const { store } = behind;
    const people = await store.find(users, of);
    return {
      organization: await store.get(organizations, id),
      people,
      keys: await store.find(apiKeys, of),
      agents: await store.find(agents, of),
      ghl: await store.get(ghlConnections, id),
      ghlCalendars: await store.find(ghlCalendars, of),
      ghlAppointments: await store.find(ghlAppointments, of),
      invitations: await store.find(invitations, of),
      accounts: await store.find(calcomAccounts, of),
      links: await store.find(calcomLinks, of),
      bookings: await store.find(calcomBookings, of),
      sessions: await Promise.all(people.map((person) => store.find(sessions, { user_id: person.id }))),
    };
  };

  /** Every way to name something of a workspace in an operation; none where it names nothing. */
  const waysInto = async (operation: Endpoint, workspace: TestWorkspace, own: TestWorkspace) => {
    const all = await everythingOf(workspace);
    const ids: Record<string, string | undefined> = {
      'api-keys': all.keys[0]?.id,
      users: workspace.owner.user_id,
      organizations: workspace.id,
      sessions: all.sessions.flat()[0]?.id,
      invitations: all.invitations[0]?.id,
      agents: all.agents[0]?.id,
      calendar: all.ghlCalendars[0]?.id,
      appointments: all.ghlAppointments[0]?.id,
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

  it('gives nothing of one workspace to another, and lets it change nothing, in any operation and role (S26)', async () => {
    const [mine, theirs] = [await api.workspace({}), await api.workspace({})];
    const before = await everythingOf(theirs);
    const { key } = await api.apiKey(mine);
    let tried = 0;
    for (const operation of Object.values(endpoints).filter(({ auth }) => auth !== 'none')) {
      for (const { path, body } of await waysInto(operation, theirs, mine)) {
        const callers = [mine.owner, mine.admin, mine.member].map((account) => ({ token: account.access_token }));
        for (const caller of [...callers, { key }]) {
          const answer = await api.send(operation.method, path, { ...caller, body });
          const about = [operation.name, Object.keys(caller)[0], answer.status];
          expect([403, 404], about.join(' ')).toContain(answer.status);
          expect(answer.text, about.join(' ')).not.toContain(theirs.owner.email);
          tried += served.has(operation.name) ? 1 : 0;
        }
      }
    }
    expect(tried).toBeGreaterThanOrEqual(20);
    expect(await everythingOf(theirs)).toEqual(before);
  });

  it('lists only what is one’s own (S26)', async () => {
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

  it('lets each role do what the contract gives it, and nobody without a role anything (S27)', async () => {
    const workspace = await api.workspace({});
    const [agent] = await behind.store.find(agents, { organization_id: workspace.id, name: 'Reception' });
    const paths: Record<string, string> = {
      getOrganization: workspace.id,
      updateOrganization: workspace.id,
      getUser: workspace.owner.user_id,
    };
    const operations = Object.values(endpoints).filter(({ name, auth }) => served.has(name) && auth !== 'none');
    expect(operations).toHaveLength(48);
    for (const operation of operations.filter(({ name }) => name !== 'logout')) {
      for (const account of [workspace.owner, workspace.admin, workspace.member] as Account[]) {
        const { id: keyId } = await api.apiKey(workspace, { name: crypto.randomUUID() });
        const place = paths[operation.name] ?? (operation.path.includes('agent_id') ? agent?.id : keyId) ?? '';
        const path = naming(operation.path.replace(/{\w+}/, place), operation, workspace.id);
        const ofTheirOwn: Record<string, object> = {
          createApiKey: { name: `by ${account.role} ${keyId}` },
          inviteUser: { ...bodies.inviteUser, email: `${keyId}@northwind.example` },
        };
        const body = ofTheirOwn[operation.name] ?? withOrganization(bodies[operation.name], workspace.id);
        const { status, body: answered } = await api.send(operation.method, path, {
          token: account.access_token,
          body,
        });
        const isRefused = account.role === 'MEMBER' && forManagers.has(operation.name);
        const expected = isRefused ? [403, 'FORBIDDEN'] : (refusedForNoRole[operation.name] ?? [200, undefined]);
        const code = status < 400 ? undefined : readFault(status, answered).code;
        expect([operation.name, account.role, status, code]).toEqual([operation.name, account.role, ...expected]);
        const nobody = await api.send(operation.method, path, { body });
        expect([operation.name, nobody.status]).toEqual([operation.name, 401]);
      }
    }
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

  it('answers what is not served yet like what does not exist', async () => {
    const { owner } = await api.workspace();
    const missing = Object.values(endpoints).filter(({ name }) => !served.has(name));
    expect(missing).toHaveLength(56 - served.size);
    for (const { method, path } of [...missing, { method: 'GET', path: '/api/v1/nothing' }]) {
      const answer = await api.send(method, path.replace(/{\w+}/g, owner.user_id), { token: owner.access_token });
      expect([path, answer.status, answer.body]).toEqual([
        path,
        404,
        { success: false, message: expect.any(String), error: { code: 'NOT_FOUND', message: expect.any(String) } },
      ]);
    }
  });
});

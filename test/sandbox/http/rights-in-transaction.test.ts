import { describe, expect, it } from 'vitest';
import { type EndpointDefinition, endpoints } from '../../../src/contract/all.js';
import { memoryStore } from '../../../src/sandbox/db/memory-store.js';
import type { Store } from '../../../src/sandbox/db/store.js';
import { agents, apiKeys, sessions, tables, users } from '../../../src/sandbox/db/tables.js';
import { requiredCapability } from '../../../src/sandbox/http/permissions.js';
import { type Account, serveOn, type TestWorkspace } from '../api.js';
import { type StoreKind, storeKinds } from '../stores.js';

const memory = memoryStore();

/** Runs once, after a request was authorized and before its transaction begins. */
let beforeTransaction: (() => Promise<unknown>) | undefined;

const store: Store = {
  ...memory,
  async transaction(key, work) {
    const run = beforeTransaction;
    beforeTransaction = undefined;
    await run?.();
    return memory.transaction(key, work);
  },
};

const { api } = serveOn(storeKinds[0] as StoreKind, { store });

const dump = async () => JSON.stringify(await Promise.all(tables.map((table) => memory.find(table, {}))));

/** A valid request of every write: the path parameter and the body. */
async function requestsOf({
  id,
  admin,
  member,
}: TestWorkspace): Promise<Record<string, [param: string, body?: object]>> {
  const token = admin.access_token;
  const guest = () => ({
    email: `${crypto.randomUUID()}@northwind.example`,
    first_name: 'Grace',
    last_name: '',
  });
  const invited = (await api.post('/api/v1/users/invite', guest(), { token })).body.data.id;
  const [agent] = await memory.find(agents, { organization_id: id });
  const [key] = await memory.find(apiKeys, { organization_id: id });
  const calcomKey = { api_key: `cal_live_${crypto.randomUUID()}` };
  const { password } = admin;
  const [elsewhere] = await memory.find(sessions, { user_id: admin.user_id }, { orderBy: 'created_at' });
  return {
    updateOrganization: [id, { name: 'Renamed' }],
    createApiKey: ['', { name: 'new' }],
    deleteApiKey: [key?.id ?? ''],
    changeUserRole: [member.user_id, { role: 'ADMIN' }],
    removeUser: [member.user_id],
    inviteUser: ['', guest()],
    resendInvitation: [invited],
    revokeInvitation: [invited],
    connectCalcom: ['', { org_id: id, ...calcomKey }],
    disconnectCalcom: ['', { org_id: id }],
    assignCalcomAgentAccount: [agent?.id ?? '', { calcom_account_id: null }],
    connectCalcomAgent: [agent?.id ?? '', { org_id: id, ...calcomKey }],
    disconnectCalcomAgent: [agent?.id ?? '', {}],
    disconnectGhl: [''],
    updateCurrentUser: ['', { first_name: 'Eve' }],
    changePassword: ['', { current_password: password, new_password: 'Lantern-quiet-88' }],
    setUpTwoFactor: ['', { password }],
    revokeSession: [elsewhere?.id ?? ''],
    revokeOtherSessions: [''],
    logout: [''],
  };
}

/** Sends a request, and runs `loss` between its authorization and its transaction; returns the result. */
async function sendDuring(
  loss: () => Promise<unknown>,
  { access_token: token }: Account,
  name: string,
  [param, body]: [string, object?],
) {
  const { method, path } = endpoints[name] as EndpointDefinition;
  let before = '';
  beforeTransaction = async () => {
    await loss();
    before = await dump();
  };
  const { status } = await api.send(method, path.replace(/{\w+}/, param), { token, body });
  const wasAsked = beforeTransaction === undefined;
  beforeTransaction = undefined;
  return { name, status, wasAsked, hasWritten: (await dump()) !== before };
}

const privileged = Object.keys(requiredCapability).filter((name) => endpoints[name]?.method !== 'GET');

describe('rights that are taken away while a request waits', () => {
  it.each(privileged)('a demoted admin: %s writes nothing (D52)', async (name) => {
    const workspace = await api.workspace({});
    const request = (await requestsOf(workspace))[name] as [string, object?];
    const demote = () => memory.update(users, { id: workspace.admin.user_id }, { role: 'MEMBER' });
    const outcome = await sendDuring(demote, workspace.admin, name, request);
    expect(outcome).toEqual({ name, status: 403, wasAsked: true, hasWritten: false });
  });

  const own = ['updateCurrentUser', 'changePassword', 'revokeSession', 'revokeOtherSessions', 'logout'];
  it.each([...privileged, ...own])('an ended session: %s writes nothing (D52)', async (name) => {
    const workspace = await api.workspace({});
    const request = (await requestsOf(workspace))[name] as [string, object?];
    const end = () => memory.delete(sessions, { user_id: workspace.admin.user_id });
    const outcome = await sendDuring(end, workspace.admin, name, request);
    expect(outcome).toEqual({ name, status: 401, wasAsked: true, hasWritten: false });
  });

  it('a demoted owner cannot invite or make an owner any more, and no removed user sets two-factor up (D52)', async () => {
    const workspace = await api.workspace({});
    const { owner, admin, member } = workspace;
    const requests = await requestsOf(workspace);
    const demote = () => memory.update(users, { id: owner.user_id }, { role: 'ADMIN' });
    const invite: [string, object] = ['', { ...requests.inviteUser?.[1], role: 'OWNER' }];
    expect(await sendDuring(demote, owner, 'inviteUser', invite)).toMatchObject({ status: 403, hasWritten: false });
    await memory.update(users, { id: owner.user_id }, { role: 'OWNER' });
    const promote: [string, object] = [member.user_id, { role: 'OWNER' }];
    expect(await sendDuring(demote, owner, 'changeUserRole', promote)).toMatchObject({
      status: 403,
      hasWritten: false,
    });
    const remove = () => memory.delete(users, { id: admin.user_id });
    const setUp = await sendDuring(remove, admin, 'setUpTwoFactor', requests.setUpTwoFactor as [string, object]);
    expect(setUp).toMatchObject({ status: 401, hasWritten: false });
  });
});

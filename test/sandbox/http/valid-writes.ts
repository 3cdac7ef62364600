import type { Store } from '../../../src/sandbox/db/store.js';
import { agents, apiKeys, sessions } from '../../../src/sandbox/db/tables.js';
import type { Api, TestWorkspace } from '../api.js';

/** A request of a write: the path parameter and the body. */
export type Write = [param: string, body?: object];

/** A valid request of the workspace's admin for every write that needs no second factor. */
export async function validWrites(
  api: Api,
  store: Store,
  { id, admin, member }: TestWorkspace,
): Promise<Record<string, Write>> {
  const token = admin.access_token;
  const guest = () => ({
    email: `${crypto.randomUUID()}@northwind.example`,
    first_name: 'Grace',
    last_name: '',
  });
  const invited = (await api.post('/api/v1/users/invite', guest(), { token })).body.data.id;
  const [, withKey, free] = await store.find(agents, { organization_id: id }, { orderBy: 'created_at' });
  const [key] = await store.find(apiKeys, { organization_id: id });
  const calcomKey = { api_key: `cal_live_${crypto.randomUUID()}` };
  const { password } = admin;
  const [elsewhere] = await store.find(sessions, { user_id: admin.user_id }, { orderBy: 'created_at' });
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
    assignCalcomAgentAccount: [free?.id ?? '', { calcom_account_id: null }],
    connectCalcomAgent: [free?.id ?? '', { org_id: id, ...calcomKey }],
    disconnectCalcomAgent: [withKey?.id ?? '', {}],
    disconnectGhl: [''],
    updateCurrentUser: ['', { first_name: 'Eve' }],
    changePassword: ['', { current_password: password, new_password: 'Lantern-quiet-88' }],
    setUpTwoFactor: ['', { password }],
    revokeSession: [elsewhere?.id ?? ''],
    revokeOtherSessions: [''],
    logout: [''],
  };
}

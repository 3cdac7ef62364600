import type { Capability } from '../../contract/roles.js';

/** The capability an operation requires (docs/contract.md 8); operations left out are open to every role. */
export const requiredCapability: Readonly<Record<string, Capability>> = {
  updateOrganization: 'organization:update',
  listApiKeys: 'api_keys:read',
  createApiKey: 'api_keys:create',
  deleteApiKey: 'api_keys:delete',
  changeUserRole: 'users:update_role',
  removeUser: 'users:remove',
  connectCalcom: 'integrations:manage',
  disconnectCalcom: 'integrations:manage',
  assignCalcomAgentAccount: 'integrations:manage',
  connectCalcomAgent: 'integrations:manage',
  disconnectCalcomAgent: 'integrations:manage',
  inviteUser: 'users:invite',
  resendInvitation: 'users:invite',
  revokeInvitation: 'users:invite',
  authorizeGhl: 'integrations:manage',
  disconnectGhl: 'integrations:manage',
};

/** Operations open to a user who must replace a temporary password (docs/contract.md 5.6). */
export const allowedBeforePasswordChange: ReadonlySet<string> = new Set(['getCurrentUser', 'logout', 'changePassword']);

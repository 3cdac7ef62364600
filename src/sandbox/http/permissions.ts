import type { Capability } from '../../contract/roles.js';

/** What a person must be able to do for an operation (docs/contract.md 8); those left out are open to every member. */
export const neededCapability: Readonly<Record<string, Capability>> = {
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

/**
 * What somebody with a temporary password can still call: reading themselves, and leaving by either door
 * (docs/contract.md 5.6).
 */
export const openBeforePasswordChange: ReadonlySet<string> = new Set(['getCurrentUser', 'logout', 'changePassword']);

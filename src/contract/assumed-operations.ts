import type * as modules from './modules.js';

type Operations = typeof modules;

/** Name of an operation that a host can give another place or switch off: the vendor does not document it. */
export type AssumedOperation = {
  [Name in keyof Operations]: Operations[Name] extends { readonly basis: 'assumed' } ? Name : never;
}[keyof Operations];

const names: Readonly<Record<AssumedOperation, true>> = {
  answerTwoFactorChallenge: true,
  changePassword: true,
  changeUserRole: true,
  createApiKey: true,
  deleteApiKey: true,
  disableTwoFactor: true,
  disconnectCalcomAgent: true,
  getCurrentUser: true,
  getTwoFactor: true,
  getUser: true,
  inviteUser: true,
  listApiKeys: true,
  listInvitations: true,
  listRegions: true,
  listRoles: true,
  listSessions: true,
  listUsers: true,
  login: true,
  logout: true,
  refreshSession: true,
  removeUser: true,
  replaceRecoveryCodes: true,
  resendInvitation: true,
  revokeInvitation: true,
  revokeOtherSessions: true,
  revokeSession: true,
  setUpTwoFactor: true,
  updateCurrentUser: true,
  updateOrganization: true,
  verifyTwoFactor: true,
};

/** Whether a name is that of an operation that a host can change. */
export function isAssumed(name: string): boolean {
  return Object.hasOwn(names, name);
}

import type * as modules from './modules.js';

type Operations = typeof modules;

/** Name of an operation that the vendor does not document, so that a host can override it or switch it off. */
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

/** Whether a host can override the operation of this name. */
export function isAssumed(name: string): boolean {
  return Object.hasOwn(names, name);
}

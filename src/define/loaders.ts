/** Where each pane's element comes from, by tag, for those who load panes on demand. */
export const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'agni-org-settings': () => import('./org-settings.js'),
  'agni-profile': () => import('./profile.js'),
  'agni-api-keys': () => import('./api-keys.js'),
  'agni-security': () => import('./security.js'),
  'agni-change-password': () => import('./change-password.js'),
  'agni-two-factor': () => import('./two-factor.js'),
  'agni-sessions': () => import('./sessions.js'),
  'agni-api-reference': () => import('./api-reference.js'),
  'agni-invite-user': () => import('./invite-user.js'),
  'agni-ghl': () => import('./ghl.js'),
  'agni-calcom': () => import('./calcom.js'),
  'agni-integrations': () => import('./integrations.js'),
  'agni-users': () => import('./users.js'),
};

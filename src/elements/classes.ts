// The class of every element, which the package exports and `define/all.ts` registers: `AgniApiKeys` is `<agni-api-keys>`.
export { AgniApiKeys } from './api-keys/agni-api-keys.js';
export { AgniApiReference } from './api-reference/agni-api-reference.js';
export { AgniCalcom } from './calcom/agni-calcom.js';
export { AgniChangePassword } from './change-password/agni-change-password.js';
export { AgniGhl } from './ghl/agni-ghl.js';
export { AgniIntegrations } from './integrations/agni-integrations.js';
export { AgniInviteUser } from './invite-user/agni-invite-user.js';
export { AgniOrgSettings } from './org-settings/agni-org-settings.js';
export { AgniProfile } from './profile/agni-profile.js';
export { AgniSecurity } from './security/agni-security.js';
export { AgniSessions } from './sessions/agni-sessions.js';
export { AgniSettings } from './settings/agni-settings.js';
export { AgniTwoFactor } from './two-factor/agni-two-factor.js';
export { AgniUsers } from './users/agni-users.js';

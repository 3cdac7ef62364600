export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type EndpointOverride,
} from './client/client.js';
export { AgniError } from './client/error.js';
export { AgniProvider } from './context/agni-provider.js';
export { configure } from './context/configure.js';
export type { HostOptions } from './context/host.js';
export type * from './events.js';
export type { AgniElements } from './jsx.js';
export { AgniApiKeys } from './panes/api-keys/agni-api-keys.js';
export { AgniApiReference, type ReferenceCard } from './panes/api-reference/agni-api-reference.js';
export { AgniCalcom } from './panes/integrations/agni-calcom.js';
export { AgniGhl } from './panes/integrations/agni-ghl.js';
export { AgniIntegrations } from './panes/integrations/agni-integrations.js';
export { AgniInviteUser } from './panes/invite-user/agni-invite-user.js';
export { AgniOrgSettings } from './panes/org-settings/agni-org-settings.js';
export type { PaneState } from './panes/pane.js';
export { AgniProfile } from './panes/profile/agni-profile.js';
export { AgniChangePassword } from './panes/security/agni-change-password.js';
export { AgniSecurity } from './panes/security/agni-security.js';
export { AgniSessions } from './panes/security/agni-sessions.js';
export { AgniTwoFactor } from './panes/security/agni-two-factor.js';
export { AgniSettings } from './panes/settings/agni-settings.js';
export { AgniUsers } from './panes/users/agni-users.js';

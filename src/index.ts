export type { AgniElements } from './bindings/elements.js';
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
export { AgniApiKeys } from './elements/api-keys/agni-api-keys.js';
export { AgniApiReference, type ReferenceCard } from './elements/api-reference/agni-api-reference.js';
export type { PaneState } from './elements/base/pane.js';
export { AgniCalcom } from './elements/calcom/agni-calcom.js';
export { AgniChangePassword } from './elements/change-password/agni-change-password.js';
export { AgniGhl } from './elements/ghl/agni-ghl.js';
export { AgniIntegrations } from './elements/integrations/agni-integrations.js';
export { AgniInviteUser } from './elements/invite-user/agni-invite-user.js';
export { AgniOrgSettings } from './elements/org-settings/agni-org-settings.js';
export { AgniProfile } from './elements/profile/agni-profile.js';
export { AgniSecurity } from './elements/security/agni-security.js';
export { AgniSessions } from './elements/sessions/agni-sessions.js';
export { AgniSettings } from './elements/settings/agni-settings.js';
export { AgniTwoFactor } from './elements/two-factor/agni-two-factor.js';
export { AgniUsers } from './elements/users/agni-users.js';
export type * from './events.js';
export type { Language } from './locales/languages.js';
export type { HostMessages, MessageKey, Messages } from './locales/messages.js';
export type { Pack, PackWords } from './locales/pack.js';
export { registerLanguage } from './locales/register-language.js';

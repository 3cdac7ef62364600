// All keys, by prefix. Any language works here: a pack of words without every key does not compile.
export { apiKeys } from './de/api-keys.js';
export { apiReference } from './de/api-reference.js';
export { appointments } from './de/appointments.js';
export { calcom } from './de/calcom.js';
export { changePassword } from './de/change-password.js';
export { examples } from './de/examples.js';
export { ghl } from './de/ghl.js';
export { integrations } from './de/integrations.js';
export { invite } from './de/invite.js';
export { organization } from './de/organization.js';
export { profile } from './de/profile.js';
export { security } from './de/security.js';
export { sessions } from './de/sessions.js';
export { settings } from './de/settings.js';
export { shared } from './de/shared.js';
export { twoFactor } from './de/two-factor.js';
export { users } from './de/users.js';

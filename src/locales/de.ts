import { apiKeys } from './de/api-keys.js';
import { apiReference } from './de/api-reference.js';
import { appointments } from './de/appointments.js';
import { calcom } from './de/calcom.js';
import { changePassword } from './de/change-password.js';
import { examples } from './de/examples.js';
import { ghl } from './de/ghl.js';
import { integrations } from './de/integrations.js';
import { invite } from './de/invite.js';
import { organization } from './de/organization.js';
import { profile } from './de/profile.js';
import { security } from './de/security.js';
import { sessions } from './de/sessions.js';
import { settings } from './de/settings.js';
import { shared } from './de/shared.js';
import { twoFactor } from './de/two-factor.js';
import { users } from './de/users.js';
import { registerLanguage } from './register-language.js';

/** German, registered by the import. */
export const de = registerLanguage('de', {
  ...{ apiKeys, apiReference, appointments, calcom, changePassword, examples, ghl, integrations, invite },
  ...{ organization, profile, security, sessions, settings, shared, twoFactor, users },
});

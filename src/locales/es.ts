import { apiKeys } from './es/api-keys.js';
import { apiReference } from './es/api-reference.js';
import { appointments } from './es/appointments.js';
import { calcom } from './es/calcom.js';
import { changePassword } from './es/change-password.js';
import { examples } from './es/examples.js';
import { ghl } from './es/ghl.js';
import { integrations } from './es/integrations.js';
import { invite } from './es/invite.js';
import { organization } from './es/organization.js';
import { profile } from './es/profile.js';
import { security } from './es/security.js';
import { sessions } from './es/sessions.js';
import { settings } from './es/settings.js';
import { shared } from './es/shared.js';
import { twoFactor } from './es/two-factor.js';
import { users } from './es/users.js';
import { registerLanguage } from './register-language.js';

/** Spanish, registered by the import. */
export const es = registerLanguage('es', {
  ...{ apiKeys, apiReference, appointments, calcom, changePassword, examples, ghl, integrations, invite },
  ...{ organization, profile, security, sessions, settings, shared, twoFactor, users },
});

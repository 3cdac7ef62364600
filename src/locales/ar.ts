import { apiKeys } from './ar/api-keys.js';
import { apiReference } from './ar/api-reference.js';
import { appointments } from './ar/appointments.js';
import { calcom } from './ar/calcom.js';
import { changePassword } from './ar/change-password.js';
import { examples } from './ar/examples.js';
import { ghl } from './ar/ghl.js';
import { integrations } from './ar/integrations.js';
import { invite } from './ar/invite.js';
import { organization } from './ar/organization.js';
import { profile } from './ar/profile.js';
import { security } from './ar/security.js';
import { sessions } from './ar/sessions.js';
import { settings } from './ar/settings.js';
import { shared } from './ar/shared.js';
import { twoFactor } from './ar/two-factor.js';
import { users } from './ar/users.js';
import { registerLanguage } from './register-language.js';

/** Arabic, registered by the import. */
export const ar = registerLanguage('ar', {
  ...{ apiKeys, apiReference, appointments, calcom, changePassword, examples, ghl, integrations, invite },
  ...{ organization, profile, security, sessions, settings, shared, twoFactor, users },
});

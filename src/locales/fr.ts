import { apiKeys } from './fr/api-keys.js';
import { apiReference } from './fr/api-reference.js';
import { appointments } from './fr/appointments.js';
import { calcom } from './fr/calcom.js';
import { changePassword } from './fr/change-password.js';
import { examples } from './fr/examples.js';
import { ghl } from './fr/ghl.js';
import { integrations } from './fr/integrations.js';
import { invite } from './fr/invite.js';
import { organization } from './fr/organization.js';
import { profile } from './fr/profile.js';
import { security } from './fr/security.js';
import { sessions } from './fr/sessions.js';
import { settings } from './fr/settings.js';
import { shared } from './fr/shared.js';
import { twoFactor } from './fr/two-factor.js';
import { users } from './fr/users.js';
import { registerLanguage } from './register-language.js';

/** French, registered by the import. */
export const fr = registerLanguage('fr', {
  ...{ apiKeys, apiReference, appointments, calcom, changePassword, examples, ghl, integrations, invite },
  ...{ organization, profile, security, sessions, settings, shared, twoFactor, users },
});

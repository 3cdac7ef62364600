import { registerLanguage } from './register-language.js';
import { apiKeys } from './tr/api-keys.js';
import { apiReference } from './tr/api-reference.js';
import { appointments } from './tr/appointments.js';
import { calcom } from './tr/calcom.js';
import { changePassword } from './tr/change-password.js';
import { examples } from './tr/examples.js';
import { ghl } from './tr/ghl.js';
import { integrations } from './tr/integrations.js';
import { invite } from './tr/invite.js';
import { organization } from './tr/organization.js';
import { profile } from './tr/profile.js';
import { security } from './tr/security.js';
import { sessions } from './tr/sessions.js';
import { settings } from './tr/settings.js';
import { shared } from './tr/shared.js';
import { twoFactor } from './tr/two-factor.js';
import { users } from './tr/users.js';

/** Turkish, registered by the import. */
export const tr = registerLanguage('tr', {
  ...{ apiKeys, apiReference, appointments, calcom, changePassword, examples, ghl, integrations, invite },
  ...{ organization, profile, security, sessions, settings, shared, twoFactor, users },
});

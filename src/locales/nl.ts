import { apiKeys } from './nl/api-keys.js';
import { apiReference } from './nl/api-reference.js';
import { appointments } from './nl/appointments.js';
import { calcom } from './nl/calcom.js';
import { changePassword } from './nl/change-password.js';
import { examples } from './nl/examples.js';
import { ghl } from './nl/ghl.js';
import { integrations } from './nl/integrations.js';
import { invite } from './nl/invite.js';
import { organization } from './nl/organization.js';
import { profile } from './nl/profile.js';
import { security } from './nl/security.js';
import { sessions } from './nl/sessions.js';
import { settings } from './nl/settings.js';
import { shared } from './nl/shared.js';
import { twoFactor } from './nl/two-factor.js';
import { users } from './nl/users.js';
import { registerLanguage } from './register-language.js';

/** Dutch, registered by the import. */
export const nl = registerLanguage('nl', {
  ...{ apiKeys, apiReference, appointments, calcom, changePassword, examples, ghl, integrations, invite },
  ...{ organization, profile, security, sessions, settings, shared, twoFactor, users },
});

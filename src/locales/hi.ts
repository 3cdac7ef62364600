import { apiKeys } from './hi/api-keys.js';
import { apiReference } from './hi/api-reference.js';
import { appointments } from './hi/appointments.js';
import { calcom } from './hi/calcom.js';
import { changePassword } from './hi/change-password.js';
import { examples } from './hi/examples.js';
import { ghl } from './hi/ghl.js';
import { integrations } from './hi/integrations.js';
import { invite } from './hi/invite.js';
import { organization } from './hi/organization.js';
import { profile } from './hi/profile.js';
import { security } from './hi/security.js';
import { sessions } from './hi/sessions.js';
import { settings } from './hi/settings.js';
import { shared } from './hi/shared.js';
import { twoFactor } from './hi/two-factor.js';
import { users } from './hi/users.js';
import { registerLanguage } from './register-language.js';

/** Hindi, registered by the import. */
export const hi = registerLanguage('hi', {
  ...{ apiKeys, apiReference, appointments, calcom, changePassword, examples, ghl, integrations, invite },
  ...{ organization, profile, security, sessions, settings, shared, twoFactor, users },
});

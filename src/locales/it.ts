import { apiKeys } from './it/api-keys.js';
import { apiReference } from './it/api-reference.js';
import { appointments } from './it/appointments.js';
import { calcom } from './it/calcom.js';
import { changePassword } from './it/change-password.js';
import { examples } from './it/examples.js';
import { ghl } from './it/ghl.js';
import { integrations } from './it/integrations.js';
import { invite } from './it/invite.js';
import { organization } from './it/organization.js';
import { profile } from './it/profile.js';
import { security } from './it/security.js';
import { sessions } from './it/sessions.js';
import { settings } from './it/settings.js';
import { shared } from './it/shared.js';
import { twoFactor } from './it/two-factor.js';
import { users } from './it/users.js';
import { registerLanguage } from './register-language.js';

/** Italian, registered by the import. */
export const it = registerLanguage('it', {
  ...{ apiKeys, apiReference, appointments, calcom, changePassword, examples, ghl, integrations, invite },
  ...{ organization, profile, security, sessions, settings, shared, twoFactor, users },
});

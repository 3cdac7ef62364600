import { apiKeys } from './ja/api-keys.js';
import { apiReference } from './ja/api-reference.js';
import { appointments } from './ja/appointments.js';
import { calcom } from './ja/calcom.js';
import { changePassword } from './ja/change-password.js';
import { examples } from './ja/examples.js';
import { ghl } from './ja/ghl.js';
import { integrations } from './ja/integrations.js';
import { invite } from './ja/invite.js';
import { organization } from './ja/organization.js';
import { profile } from './ja/profile.js';
import { security } from './ja/security.js';
import { sessions } from './ja/sessions.js';
import { settings } from './ja/settings.js';
import { shared } from './ja/shared.js';
import { twoFactor } from './ja/two-factor.js';
import { users } from './ja/users.js';
import { registerLanguage } from './register-language.js';

/** Japanese, registered by the import. */
export const ja = registerLanguage('ja', {
  ...{ apiKeys, apiReference, appointments, calcom, changePassword, examples, ghl, integrations, invite },
  ...{ organization, profile, security, sessions, settings, shared, twoFactor, users },
});

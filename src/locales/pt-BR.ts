import { apiKeys } from './pt-BR/api-keys.js';
import { apiReference } from './pt-BR/api-reference.js';
import { appointments } from './pt-BR/appointments.js';
import { calcom } from './pt-BR/calcom.js';
import { changePassword } from './pt-BR/change-password.js';
import { examples } from './pt-BR/examples.js';
import { ghl } from './pt-BR/ghl.js';
import { integrations } from './pt-BR/integrations.js';
import { invite } from './pt-BR/invite.js';
import { organization } from './pt-BR/organization.js';
import { profile } from './pt-BR/profile.js';
import { security } from './pt-BR/security.js';
import { sessions } from './pt-BR/sessions.js';
import { settings } from './pt-BR/settings.js';
import { shared } from './pt-BR/shared.js';
import { twoFactor } from './pt-BR/two-factor.js';
import { users } from './pt-BR/users.js';
import { registerLanguage } from './register-language.js';

/** Brazilian Portuguese, registered by the import. */
export const ptBR = registerLanguage('pt-BR', {
  ...{ apiKeys, apiReference, appointments, calcom, changePassword, examples, ghl, integrations, invite },
  ...{ organization, profile, security, sessions, settings, shared, twoFactor, users },
});

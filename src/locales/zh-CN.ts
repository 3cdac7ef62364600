import { registerLanguage } from './register-language.js';
import { apiKeys } from './zh-CN/api-keys.js';
import { apiReference } from './zh-CN/api-reference.js';
import { appointments } from './zh-CN/appointments.js';
import { calcom } from './zh-CN/calcom.js';
import { changePassword } from './zh-CN/change-password.js';
import { examples } from './zh-CN/examples.js';
import { ghl } from './zh-CN/ghl.js';
import { integrations } from './zh-CN/integrations.js';
import { invite } from './zh-CN/invite.js';
import { organization } from './zh-CN/organization.js';
import { profile } from './zh-CN/profile.js';
import { security } from './zh-CN/security.js';
import { sessions } from './zh-CN/sessions.js';
import { settings } from './zh-CN/settings.js';
import { shared } from './zh-CN/shared.js';
import { twoFactor } from './zh-CN/two-factor.js';
import { users } from './zh-CN/users.js';

/** Simplified Chinese, registered by the import. */
export const zhCN = registerLanguage('zh-CN', {
  ...{ apiKeys, apiReference, appointments, calcom, changePassword, examples, ghl, integrations, invite },
  ...{ organization, profile, security, sessions, settings, shared, twoFactor, users },
});

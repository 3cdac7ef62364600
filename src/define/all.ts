import { AgniApiKeys } from '../elements/api-keys/agni-api-keys.js';
import { AgniApiReference } from '../elements/api-reference/agni-api-reference.js';
import { AgniCalcom } from '../elements/calcom/agni-calcom.js';
import { AgniChangePassword } from '../elements/change-password/agni-change-password.js';
import { AgniGhl } from '../elements/ghl/agni-ghl.js';
import { AgniIntegrations } from '../elements/integrations/agni-integrations.js';
import { AgniInviteUser } from '../elements/invite-user/agni-invite-user.js';
import { AgniOrgSettings } from '../elements/org-settings/agni-org-settings.js';
import { AgniProfile } from '../elements/profile/agni-profile.js';
import { AgniSecurity } from '../elements/security/agni-security.js';
import { AgniSessions } from '../elements/sessions/agni-sessions.js';
import { AgniSettings } from '../elements/settings/agni-settings.js';
import { AgniTwoFactor } from '../elements/two-factor/agni-two-factor.js';
import { AgniUsers } from '../elements/users/agni-users.js';
import { register } from './register.js';

register({
  'agni-api-keys': AgniApiKeys,
  'agni-api-reference': AgniApiReference,
  'agni-calcom': AgniCalcom,
  'agni-change-password': AgniChangePassword,
  'agni-ghl': AgniGhl,
  'agni-integrations': AgniIntegrations,
  'agni-invite-user': AgniInviteUser,
  'agni-org-settings': AgniOrgSettings,
  'agni-profile': AgniProfile,
  'agni-sessions': AgniSessions,
  'agni-two-factor': AgniTwoFactor,
  'agni-security': AgniSecurity,
  'agni-users': AgniUsers,
  'agni-settings': AgniSettings,
});

export { AgniProvider } from '../context/agni-provider.js';

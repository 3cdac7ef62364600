import { AgniChangePassword } from '../elements/change-password/agni-change-password.js';
import { AgniSecurity } from '../elements/security/agni-security.js';
import { AgniSessions } from '../elements/sessions/agni-sessions.js';
import { AgniTwoFactor } from '../elements/two-factor/agni-two-factor.js';
import { register } from './register.js';

register({
  'agni-change-password': AgniChangePassword,
  'agni-two-factor': AgniTwoFactor,
  'agni-sessions': AgniSessions,
  'agni-security': AgniSecurity,
});

export { AgniProvider } from '../context/agni-provider.js';
export { AgniChangePassword, AgniSecurity, AgniSessions, AgniTwoFactor };

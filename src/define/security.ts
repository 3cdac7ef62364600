import './change-password.js';
import './two-factor.js';
import './sessions.js';
import { AgniSecurity } from '../elements/security/agni-security.js';
import { define } from './define.js';

define('agni-security', AgniSecurity);

import './provider.js';
import { AgniTwoFactor } from '../panes/security/agni-two-factor.js';
import { define } from './define.js';

define('agni-two-factor', AgniTwoFactor);

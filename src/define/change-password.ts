import './provider.js';
import { AgniChangePassword } from '../panes/security/agni-change-password.js';
import { define } from './define.js';

define('agni-change-password', AgniChangePassword);

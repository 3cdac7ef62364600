import './provider.js';
import { AgniChangePassword } from '../elements/change-password/agni-change-password.js';
import { define } from './define.js';

define('agni-change-password', AgniChangePassword);

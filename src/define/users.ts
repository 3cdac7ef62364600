import './provider.js';
import { AgniUsers } from '../elements/users/agni-users.js';
import { define } from './define.js';

define('agni-users', AgniUsers);

import './provider.js';
import { AgniSessions } from '../panes/security/agni-sessions.js';
import { define } from './define.js';

define('agni-sessions', AgniSessions);

import './provider.js';
import { AgniSessions } from '../elements/sessions/agni-sessions.js';
import { define } from './define.js';

define('agni-sessions', AgniSessions);

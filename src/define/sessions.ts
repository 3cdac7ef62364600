import { AgniSessions } from '../elements/sessions/agni-sessions.js';
import { register } from './register.js';

register({ 'agni-sessions': AgniSessions });

export type { AgniProvider } from '../context/agni-provider.js';
export type { AgniSessions };

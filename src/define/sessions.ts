import { AgniSessions } from '../elements/sessions/agni-sessions.js';
import { register } from './register.js';

register({ 'agni-sessions': AgniSessions });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniSessions };

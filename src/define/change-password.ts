import { AgniChangePassword } from '../elements/change-password/agni-change-password.js';
import { register } from './register.js';

register({ 'agni-change-password': AgniChangePassword });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniChangePassword };

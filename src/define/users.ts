import { AgniUsers } from '../elements/users/agni-users.js';
import { register } from './register.js';

register({ 'agni-users': AgniUsers });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniUsers };

import { AgniApiKeys } from '../elements/api-keys/agni-api-keys.js';
import { register } from './register.js';

register({ 'agni-api-keys': AgniApiKeys });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniApiKeys };

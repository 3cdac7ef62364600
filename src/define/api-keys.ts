import { AgniApiKeys } from '../elements/api-keys/agni-api-keys.js';
import { register } from './register.js';

register({ 'agni-api-keys': AgniApiKeys });

export type { AgniProvider } from '../context/agni-provider.js';
export type { AgniApiKeys };

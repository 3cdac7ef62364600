import { AgniApiReference } from '../elements/api-reference/agni-api-reference.js';
import { register } from './register.js';

register({ 'agni-api-reference': AgniApiReference });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniApiReference };

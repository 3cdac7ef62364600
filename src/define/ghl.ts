import { AgniGhl } from '../elements/ghl/agni-ghl.js';
import { register } from './register.js';

register({ 'agni-ghl': AgniGhl });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniGhl };

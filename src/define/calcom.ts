import { AgniCalcom } from '../elements/calcom/agni-calcom.js';
import { register } from './register.js';

register({ 'agni-calcom': AgniCalcom });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniCalcom };

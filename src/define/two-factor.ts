import { AgniTwoFactor } from '../elements/two-factor/agni-two-factor.js';
import { register } from './register.js';

register({ 'agni-two-factor': AgniTwoFactor });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniTwoFactor };

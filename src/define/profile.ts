import { AgniProfile } from '../elements/profile/agni-profile.js';
import { register } from './register.js';

register({ 'agni-profile': AgniProfile });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniProfile };

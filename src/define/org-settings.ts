import { AgniOrgSettings } from '../elements/org-settings/agni-org-settings.js';
import { register } from './register.js';

register({ 'agni-org-settings': AgniOrgSettings });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniOrgSettings };

import { AgniSettings } from '../elements/settings/agni-settings.js';
import { loaders } from './loaders.js';
import { register } from './register.js';

AgniSettings.loaders = loaders;
register({ 'agni-settings': AgniSettings });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniSettings };

import { AgniSettings } from '../elements/settings/agni-settings.js';
import { define } from './define.js';
import { createLoaders } from './loaders.js';
import { register } from './register.js';

AgniSettings.loaders = createLoaders(async () => ({ define }));
register({ 'agni-settings': AgniSettings });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniSettings };

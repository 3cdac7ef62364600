import './provider.js';
import { AgniSettings } from '../elements/settings/agni-settings.js';
import { define } from './define.js';
import { loaders } from './loaders.js';

AgniSettings.loaders = loaders;
define('agni-settings', AgniSettings);

// Brings the element's types along with its registration: its tag, its properties, its events.
export type { AgniSettings } from '../elements/settings/agni-settings.js';

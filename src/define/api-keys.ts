import './provider.js';
import { AgniApiKeys } from '../elements/api-keys/agni-api-keys.js';
import { define } from './define.js';

define('agni-api-keys', AgniApiKeys);

// Brings the element's types along with its registration: its tag, its properties, its events.
export type { AgniApiKeys } from '../elements/api-keys/agni-api-keys.js';

import { AgniProvider } from '../context/agni-provider.js';
import { define } from './define.js';

define('agni-provider', AgniProvider);

// Brings the element's types along with its registration: its tag, its properties, its events.
export type { AgniProvider } from '../context/agni-provider.js';

import { AgniProvider } from '../context/agni-provider.js';
import { define } from './define.js';

define('agni-provider', AgniProvider);

// Brings the element's types along with its registration: its tag, its properties, and the events that bubble through it.
export type { AgniProvider } from '../context/agni-provider.js';
export type { AgniAfterEvents, AgniBeforeEvents } from '../events.js';

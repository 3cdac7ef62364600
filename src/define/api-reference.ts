import './provider.js';
import { AgniApiReference } from '../elements/api-reference/agni-api-reference.js';
import { define } from './define.js';

define('agni-api-reference', AgniApiReference);

// Brings the element's types along with its registration: its tag, its properties, its events.
export type { AgniApiReference } from '../elements/api-reference/agni-api-reference.js';

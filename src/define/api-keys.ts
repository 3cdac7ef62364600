import './provider.js';
import { AgniApiKeys } from '../panes/api-keys/agni-api-keys.js';
import { define } from './define.js';

define('agni-api-keys', AgniApiKeys);

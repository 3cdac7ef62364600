import { AgniProvider } from '../context/agni-provider.js';
import { define } from './define.js';

define('agni-provider', AgniProvider);

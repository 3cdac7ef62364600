import './provider.js';
import { AgniGhl } from '../elements/ghl/agni-ghl.js';
import { define } from './define.js';

define('agni-ghl', AgniGhl);

import './provider.js';
import { AgniGhl } from '../panes/integrations/agni-ghl.js';
import { define } from './define.js';

define('agni-ghl', AgniGhl);

import './ghl.js';
import { AgniIntegrations } from '../panes/integrations/agni-integrations.js';
import { define } from './define.js';

define('agni-integrations', AgniIntegrations);

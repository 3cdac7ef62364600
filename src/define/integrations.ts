import './ghl.js';
import './calcom.js';
import { AgniIntegrations } from '../elements/integrations/agni-integrations.js';
import { define } from './define.js';

define('agni-integrations', AgniIntegrations);

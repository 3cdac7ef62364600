import './provider.js';
import { AgniCalcom } from '../panes/integrations/agni-calcom.js';
import { define } from './define.js';

define('agni-calcom', AgniCalcom);

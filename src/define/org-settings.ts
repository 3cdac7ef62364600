import './provider.js';
import { AgniOrgSettings } from '../panes/org-settings/agni-org-settings.js';
import { define } from './define.js';

define('agni-org-settings', AgniOrgSettings);

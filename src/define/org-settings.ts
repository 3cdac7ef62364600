import './provider.js';
import { AgniOrgSettings } from '../elements/org-settings/agni-org-settings.js';
import { define } from './define.js';

define('agni-org-settings', AgniOrgSettings);

// Brings the element's types along with its registration: its tag, its properties, its events.
export type { AgniOrgSettings } from '../elements/org-settings/agni-org-settings.js';

import './provider.js';
import { AgniProfile } from '../panes/profile/agni-profile.js';
import { define } from './define.js';

define('agni-profile', AgniProfile);

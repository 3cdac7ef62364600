import './provider.js';
import { AgniProfile } from '../elements/profile/agni-profile.js';
import { define } from './define.js';

define('agni-profile', AgniProfile);

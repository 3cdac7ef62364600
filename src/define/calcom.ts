import './provider.js';
import { AgniCalcom } from '../elements/calcom/agni-calcom.js';
import { define } from './define.js';

define('agni-calcom', AgniCalcom);

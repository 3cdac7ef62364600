import './provider.js';
import { AgniTwoFactor } from '../elements/two-factor/agni-two-factor.js';
import { define } from './define.js';

define('agni-two-factor', AgniTwoFactor);

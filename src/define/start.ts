// What every script-tag page with an element needs: the provider, and the words of other languages on demand.

import { languages } from '../locales/languages.js';
import { register } from './register.js';

register();
languages.load = () => import('../locales/load-words.lazy.js');

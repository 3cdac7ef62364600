// What every script-tag page needs: the provider, `configure()`, and the words of other languages on demand.
import { languages } from '../locales/languages.js';
import { register } from './register.js';

export { configure } from '../context/configure.js';
export { define } from './define.js';

register();
languages.load = () => import('../locales/load-words.lazy.js');

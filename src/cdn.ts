// What a page gets by one script tag: the provider immediately, each pane when its tag appears, words of other languages
// when one is in use.
import './define/provider.js';
import { observe } from './define/observe.js';
import { languages } from './locales/languages.js';

export { configure } from './context/configure.js';
export { observe };

languages.load = () => import('./locales/load-words.lazy.js');

observe(document);

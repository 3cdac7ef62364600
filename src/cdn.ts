// The build for one script tag: registers the provider immediately, loads each pane when its tag appears on the page,
// and loads the words of another language when a page uses that language.
import './define/provider.js';
import { observe } from './define/observe.js';
import { languages } from './locales/languages.js';

export { configure } from './context/configure.js';
export { observe };

languages.load = () => import('./locales/load-words.lazy.js');

observe(document);

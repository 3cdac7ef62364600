// The build for one script tag: loads the provider at once, each pane when its tag appears on the page, and the words of
// another language when a page uses that language. No module that is loaded on demand may import a module of this script.
import { configure, observe } from './define/observe.js';

export { configure, observe };

observe(document);

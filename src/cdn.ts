// The build for one script tag: loads the provider and each pane when its tag appears on the page, and the words of another
// language when a page uses that language. No module that is loaded on demand may import a module of this script.
import { observe } from './define/observe.js';

export { configure } from './define/observe.js';
export { observe };

observe(document);

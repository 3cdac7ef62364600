// What a page gets by one script tag: the provider immediately, each pane when its tag appears.
import './define/provider.js';
import { observe } from './define/observe.js';

export { configure } from './context/configure.js';
export { observe };

observe(document);

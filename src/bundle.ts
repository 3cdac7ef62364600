// Everything in one classic script, for pages that can't load modules.
import './define/all.js';

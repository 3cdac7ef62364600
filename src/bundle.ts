// All elements in one classic script, for pages that can't load modules. Words of other languages are separate files.
import { loadWordsFrom } from './locales/load-words.js';
import './define/all.js';

// An image named `currentScript` would shadow `document.currentScript`, and words would be loaded from its folder.
const script = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement;
loadWordsFrom(`${script.src}/../locales`);

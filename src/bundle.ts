// Everything in one classic script, for pages that can't load modules; only words of other languages are files of their own.
import { loadWordsFrom } from './locales/load-words.js';
import './define/all.js';

// Not `document.currentScript`: an image of this name would take its place, and decide where the words come from.
const script = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement;
loadWordsFrom(`${script.src}/../locales`);

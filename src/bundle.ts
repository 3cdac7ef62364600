// Everything in one classic script, for pages that can't load modules; only words of other languages are files of their own.
import { loadWordsFrom } from './locales/load-words.js';
import './define/all.js';

loadWordsFrom(`${(document.currentScript as HTMLScriptElement).src}/../locales`);

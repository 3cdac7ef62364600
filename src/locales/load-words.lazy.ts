import { languages, updateElements } from './languages.js';
import { loadWordsFrom } from './load-words.js';

// This module is in dist/cdn/assets.
loadWordsFrom(`${import.meta.url}/../../locales`);
languages.version += 1;
updateElements();

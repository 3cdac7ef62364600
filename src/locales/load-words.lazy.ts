import { loadWordsFrom } from './load-words.js';

// This module is in dist/cdn/assets.
loadWordsFrom(`${import.meta.url}/../../locales`);

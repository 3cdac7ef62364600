import { loadWordsFrom } from './load-words.js';

// This module is in a folder of dist/cdn/assets.
loadWordsFrom(`${import.meta.url}/../../../locales`);

import { addWords, wordsChanged } from './add-words.js';
import { languages, scriptOf } from './languages.js';
import type { Words } from './locale.js';

/** The languages in `dist/cdn/locales`. */
const shipped = ['ar', 'de', 'es', 'fr', 'hi', 'it', 'ja', 'nl', 'pt-BR', 'tr', 'zh-CN'];

/** Sets up the loading of words from a folder when elements need them: one module for each prefix of each language. */
export function loadWordsFrom(folder: string): void {
  const requested = new Set<string>();
  languages.load = async (lang, prefix) => {
    const name = shipped.find((tag) => scriptOf(tag) === scriptOf(lang));
    const { href } = new URL(`${folder}/${name}/${prefix}.js`);
    if (!name || requested.has(href)) return;
    requested.add(href);
    try {
      const { words } = (await import(/* @vite-ignore */ href)) as { words: Words };
      addWords(name, { [prefix]: words });
    } catch (error) {
      // biome-ignore lint/suspicious/noConsole: a missing file must not look like a failed connection
      console.error(error);
      requested.delete(href);
      addEventListener('online', () => languages.load?.(lang, prefix), { once: true });
    }
  };
  wordsChanged();
}

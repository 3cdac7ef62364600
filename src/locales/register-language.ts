import { addWords } from './add-words.js';
import type { Language } from './languages.js';
import type { Checked, Pack } from './pack.js';

/**
 * Registers all words of a language. Elements whose `lang` matches the language show its words from then on.
 * @param lang - BCP 47 tag, such as `sv` or `pt-BR`; also used for other regions that have no words of their own
 * @param words - by prefix and key, with the placeholders of the English words
 */
export function registerLanguage<const Lang extends string, const Words extends Pack<Lang>>(
  lang: Lang,
  words: Words & Checked<Words>,
): Language {
  return addWords(lang, words as Language['words']);
}

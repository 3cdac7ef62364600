import { findAddresses } from './address-text.js';
import { visibleText } from './visible-text.js';

/** Plain letters that users type for letters that Unicode does not decompose. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  þ: 'th',
  ς: 'σ',
};

/**
 * The form of a text that search compares: {@link visibleText} without case and diacritics, with `ß` as `ss` and the
 * dotless `ı` as `i`. If a text contains another, its key contains the other's key.
 */
export function searchKey(text: string): string {
  return (
    visibleText(text)
      // Conversion to upper case and back also folds letters that lower case alone keeps distinct: ß and SS, ı and I.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[æœøđðħłŧþς]/g, (letter) => plainLetters[letter] as string)
  );
}

/**
 * The words of a query, each as a {@link searchKey}. A match contains all of them, in any order. If a query contains an
 * email address, as in `Nia Okafor <nia@northwind.example>`, only the address is searched.
 */
export function searchWords(query: string): string[] {
  const [found] = findAddresses(query);
  if (found) return [searchKey(found.address)];
  const words = searchKey(query).split(' ');
  // `Okafor, Nia` finds the same user as `Nia Okafor`.
  const bare = words.map((word) => word.replace(/^["“”„<(]+|[,;"“”„>)]+$/g, '')).filter(Boolean);
  return bare.length ? bare : words.filter(Boolean);
}

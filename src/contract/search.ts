import { findAddresses } from './address-text.js';
import { visibleText } from './visible-text.js';

/** Letters that readers take for others and that Unicode does not decompose. */
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
 * A text as search compares it: as it is seen ({@link visibleText}), without case and diacritics, with `ß` as `ss` and
 * the dotless `ı` as `i`. A part of a text stays a part of it.
 */
export function searchKey(text: string): string {
  return (
    visibleText(text)
      // To upper case and back folds what lower case alone keeps apart: ß and SS, ı and I.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[æœøđðħłŧþς]/g, (letter) => plainLetters[letter] as string)
  );
}

/**
 * The words that a search asks for, each as {@link searchKey} has it; what is found holds all of them, in whatever
 * order. A query that holds an email address, such as `Nia Okafor <nia@northwind.example>`, asks for that address
 * alone.
 */
export function searchWords(query: string): string[] {
  const [found] = findAddresses(query);
  if (found) return [searchKey(found.address)];
  const words = searchKey(query).split(' ');
  // `Okafor, Nia` finds the same user as `Nia Okafor`.
  const bare = words.map((word) => word.replace(/^["“”„<(]+|[,;"“”„>)]+$/g, '')).filter(Boolean);
  return bare.length ? bare : words.filter(Boolean);
}

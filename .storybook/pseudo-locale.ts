import { wordsChanged } from '../src/locales/add-words.js';
import { languages } from '../src/locales/languages.js';
import type { Phrase, Words } from '../src/locales/locale.js';
import messages from '../src/locales/messages.ts?raw';

/** The English tables, by path from this folder. */
const tables = import.meta.glob<Record<string, Words>>(
  ['../src/elements/*/en.ts', '../src/elements/*/*.en.ts', '../src/locales/en.ts', '../src/locales/*.en.ts'],
  { eager: true },
);

const plain = 'AaCcDdEeGgHhIiLlNnOoRrSsTtUuYyZz';
const accented = 'ÅåÇçÐðÉéĜĝĤĥÎîĻļÑñÖöŘřŠšŢţÛûÝýŽž';

/** Accents every letter that has an accented form, repeats vowels until a text is 40 % longer, and marks both of its ends. */
function accent(text: string): string {
  const vowels = text.match(/[aeiouy]/gi)?.length ?? 0;
  const repeats = (text.length * 0.4) / vowels;
  let owed = 0;
  const letters = [...text].map((letter) => {
    const shown = accented[plain.indexOf(letter)] ?? letter;
    if (!/[aeiouy]/i.test(letter)) return shown;
    owed += repeats;
    const extra = Math.floor(owed);
    owed -= extra;
    return shown + shown.toLowerCase().repeat(extra);
  });
  return letters.join('');
}

/** Places to fill in stay as they are. */
const pseudo = (text: string) => {
  const pieces = text.split(/(\{\w+\})/).map((piece) => (piece.startsWith('{') ? piece : accent(piece)));
  return `[${pieces.join('')}]`;
};

const pseudoPhrase = (phrase: Phrase): Phrase =>
  typeof phrase === 'string'
    ? pseudo(phrase)
    : (Object.fromEntries(Object.entries(phrase).map(([form, text]) => [form, pseudo(text)])) as Phrase);

/** The words of one prefix, from the modules that `messages.ts` lists for it. */
function wordsOf(modules: string): Words {
  const paths = [...modules.matchAll(/import\('(.+?)\.js'\)/g)].map(([, path = '']) =>
    path.startsWith('./') ? `../src/locales/${path.slice(2)}.ts` : `../src/${path.slice(3)}.ts`,
  );
  const words = paths.flatMap((path) => Object.values(tables[path] ?? {}).flatMap((table) => Object.entries(table)));
  return Object.fromEntries(words.map(([key, phrase]) => [key, pseudoPhrase(phrase)]));
}

/**
 * Registers the pseudo-locale: English with accents and 40 % longer, made from the English tables. It shows which text
 * can't be translated, and where a translation would not fit. It has its own tag only: English stays English.
 */
export function registerPseudoLocale(): void {
  const words = Object.fromEntries(
    [...messages.matchAll(/^ {2}(\w+):([^;]+);/gm)].map(([, prefix = '', modules = '']) => [prefix, wordsOf(modules)]),
  );
  languages.known.set('en-XA', { lang: 'en-XA', words });
  wordsChanged();
}

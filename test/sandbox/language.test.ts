import { expect, it } from 'vitest';
import { negotiateLanguage } from '../../src/sandbox/words/language.js';

it.each([
  ['', 'en'],
  ['*', 'en'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en'],
  ['sv', 'en'],
  ['sv, fr-CA;q=0.8', 'fr'],
  ['de;q=0.5, es;q=0.7', 'es'],
  ['de;q=0, nl;q=0.1', 'nl'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['zh-SG', 'zh-CN'],
  ['zh-TW,zh;q=0.9', 'en'],
  ['zh-TW,zh;q=0.9,ja;q=0.8', 'ja'],
  ['not a tag, hi;q=0.2', 'hi'],
])('negotiates the language of mails and pages: for “%s” it is %s', (header, lang) => {
  expect(negotiateLanguage(header).lang).toBe(lang);
});

it('reads only the beginning of a long header, which takes no time', () => {
  expect(negotiateLanguage(`de, a${' '.repeat(300_000)}b`).lang).toBe('de');
});

it.each(['en', 'ar', 'de', 'es', 'fr', 'hi', 'it', 'ja', 'nl', 'tr', 'pt-BR', 'zh-CN'])(
  'has every text in %s',
  (tag) => {
    const { lang, words } = negotiateLanguage(tag);
    expect(lang).toBe(tag);
    for (const [key, text] of Object.entries(words)) expect(text, key).toMatch(/\S/);
  },
);

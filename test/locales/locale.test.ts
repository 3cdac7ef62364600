import { expect } from '@open-wc/testing';
import { en } from '../../src/elements/two-factor/en.js';
import { addWords } from '../../src/locales/add-words.js';
import { Locale, type Words } from '../../src/locales/locale.js';
import { dateText } from '../../src/ui/time-text.js';

const table = {
  heading: 'Codes',
  left: { one: '{count} code left', other: '{count} codes left' },
  since: 'Since {date}',
} satisfies Words;

const french = {
  'codes.heading': 'Codes',
  'codes.left': { one: '{count} code restant', other: '{count} codes restants' },
  'codes.since': 'Depuis {date}',
};

const locale = (lang: string, messages?: Words) => new Locale('codes', table, lang, messages);

describe('the language of words', () => {
  const cases: [string, string, Words | undefined, string][] = [
    ['English words on an English page', 'en', undefined, 'en'],
    ['English words on a British page', 'en-GB', undefined, 'en-GB'],
    ['English words on a French page', 'fr', undefined, 'en'],
    ['English words on a page of no known language', 'not a language', undefined, 'en'],
    ['English words with one of the host', 'fr', { 'codes.heading': 'Codes' }, 'en'],
    ['the host’s own words', 'fr-CA', french, 'fr-CA'],
    ['the host’s words of another element', 'fr', { 'sessions.heading': 'A', 'sessions.left': 'B' }, 'en'],
  ];
  for (const [words, lang, messages, expected] of cases) {
    it(`is ${expected} for ${words} (D67)`, () => {
      expect(locale(lang, messages).lang).to.equal(expected);
    });
  }

  it('is told for each table of an element (D67)', () => {
    const translated = locale('fr', french);
    expect(translated.sibling(en).lang).to.equal('en');
  });

  it('keeps the page’s language for sorting what the reader has (D67)', () => {
    expect([locale('tr').readerLang, locale('not a language').readerLang]).to.deep.equal(['tr', 'en']);
  });
});

describe('the plural forms and numbers of words', () => {
  it('follow the English words on a French page (D67)', () => {
    const { t } = locale('fr');
    expect([0, 1, 2, 1234].map((count) => t('left', { count }))).to.deep.equal([
      '0 codes left',
      '1 code left',
      '2 codes left',
      '1,234 codes left',
    ]);
  });

  it('follow the host’s words, also where they are few (D67)', () => {
    const few = { 'codes.left': french['codes.left'] };
    for (const messages of [french, few]) {
      const { t } = locale('fr', messages);
      expect([0, 1, 2].map((count) => t('left', { count }))).to.deep.equal([
        '0 code restant',
        '1 code restant',
        '2 codes restants',
      ]);
    }
  });
});

describe('a registered language', () => {
  for (const tag of ['pt-BR', 'zh-CN', 'ar', 'hi']) addWords(tag, { codes: { heading: `Words of ${tag}` } });

  const cases: [string, string, string][] = [
    ['pt-BR', 'Words of pt-BR', 'pt-BR'],
    ['pt', 'Words of pt-BR', 'pt-BR'],
    ['pt-PT', 'Words of pt-BR', 'pt-BR'],
    ['zh', 'Words of zh-CN', 'zh-CN'],
    ['zh-Hans', 'Words of zh-CN', 'zh-CN'],
    ['zh-TW', 'Codes', 'en'],
    ['zh-Hant-HK', 'Codes', 'en'],
    ['ar-EG', 'Words of ar', 'ar-EG'],
    ['hi-Latn', 'Codes', 'en'],
    ['HI-in', 'Words of hi', 'hi'],
    ['constructor', 'Codes', 'en'],
  ];
  for (const [lang, heading, expected] of cases) {
    it(`gives “${heading}” for ${lang}, marked as ${expected} (D67)`, () => {
      const { t, lang: marked } = locale(lang);
      expect([t('heading'), marked]).to.deep.equal([heading, expected]);
    });
  }

  it('counts by its own categories, and groups digits as its region does', () => {
    const left = { zero: 'none', one: 'one', two: 'two', few: '{count} few', many: '{count} many', other: '{count}' };
    addWords('ar', { codes: { left } });
    const { t } = locale('ar-u-nu-latn');
    const counted = [0, 1, 2, 3, 11, 100].map((count) => t('left', { count }));
    expect(counted).to.deep.equal(['none', 'one', 'two', '3 few', '11 many', '100']);
    expect(locale('en-IN').t('left', { count: 1_234_567 })).to.equal('12,34,567 codes left');
  });

  it('serves a region of its own before that of another', () => {
    addWords('pt-PT', { codes: { heading: 'Words of pt-PT' } });
    expect(['pt-PT', 'pt-BR', 'pt-AO'].map((lang) => locale(lang).t('heading'))).to.deep.equal([
      'Words of pt-PT',
      'Words of pt-BR',
      'Words of pt-BR',
    ]);
  });

  it('of English in one region leaves all other English as it is', () => {
    addWords('en-GB', { codes: { heading: 'British words' } });
    expect(['en-GB', 'en', 'en-US', 'en-IN', 'sv'].map((lang) => locale(lang).t('heading'))).to.deep.equal([
      'British words',
      ...Array(4).fill('Codes'),
    ]);
  });

  it('formats by the region of the page', () => {
    const date = (lang: string) =>
      locale(lang).t('since', { date: dateText('2026-11-29T12:00:00Z', locale(lang).lang) });
    expect([date('en-GB'), date('en')]).to.deep.equal(['Since 29 Nov 2026', 'Since Nov 29, 2026']);
    const count = (lang: string) => locale(lang).t('left', { count: 1_234_567 });
    expect(['en', 'en-IN', 'hi-IN'].map(count)).to.deep.equal([
      '1,234,567 codes left',
      '12,34,567 codes left',
      '12,34,567 codes left',
    ]);
  });
});

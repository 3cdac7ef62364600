import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  findAddresses,
  holdsAddress,
  nameKey,
  plainAddress,
  searchKey,
  searchWords,
  visibleText,
} from '../../src/contract/all.js';

/** Whether a search finds a text: the text contains every word of the query. */
const finds = (query: string, text: string) => searchWords(query).every((word) => searchKey(text).includes(word));

describe('the visible text of a name', () => {
  it('has one space for any white space, and no invisible characters (D39)', () => {
    const written = [
      'night  line',
      'night\u00a0line',
      'night\tline',
      'night\n line',
      ' night\u2003line ',
      'night\u2800line',
      'ni\u200bght line',
      'night \u2060line',
      '\u202enight line\u202c',
      'ｎｉｇｈｔ　ｌｉｎｅ',
    ];
    for (const name of written) expect(visibleText(name), JSON.stringify(name)).to.equal('night line');
    expect(visibleText('Zoe\u0308')).to.equal('Zoë');
    expect(visibleText('👩\u200d🚀')).to.equal(visibleText('👩🚀'));
  });

  it('in any case is the key of names that look the same (D39)', () => {
    expect(nameKey('Night\u00a0Line')).to.equal(nameKey('night line'));
    for (const other of ['nightline', 'night-line', 'nïght line']) expect(nameKey(other)).not.to.equal('night line');
  });
});

describe('a search', () => {
  const found: [query: string, text: string][] = [
    ['ipek', 'İpek Yılmaz'],
    ['İPEK', 'ipek'],
    ['yilmaz', 'İpek Yılmaz'],
    ['YILMAZ', 'Yılmaz'],
    ['strasse', 'Hauptstraße'],
    ['GROSS', 'Groß'],
    ['groß', 'GROSS'],
    ['GROẞ', 'groß'],
    ['jose', 'José Núñez'],
    ['JOSÉ', 'jose'],
    ['Zoë', 'Zoe\u0308'],
    ['lodz', 'Łódź'],
    ['soren', 'Søren'],
    ['σισυφος', 'ΣΊΣΥΦΟΣ'],
    ['Okafor, Nia', 'Nia Okafor nia@northwind.example'],
    ['okafor nia', 'Nia Okafor nia@northwind.example'],
    ['Nia\u00a0 Okafor', 'Nia Okafor'],
    ['Nia Okafor', 'Nia \t Okafor'],
    ['Nia O. <nia@northwind.example>', 'Okafor nia@northwind.example'],
    ['"Okafor, Nia" <NIA@northwind.example>;', 'nia@northwind.example'],
    ['mailto:nia@northwind.example', 'nia@northwind.example'],
    ['@northwind', 'nia@northwind.example'],
    ['%', '100%'],
    [',', 'a, b'],
  ];
  for (const [query, text] of found) {
    it(`for ${JSON.stringify(query)} finds ${JSON.stringify(text)} (D40)`, () => {
      expect(finds(query, text)).to.equal(true);
    });
  }

  it('finds nothing else', () => {
    const missed: [query: string, text: string][] = [
      ['nia okafor', 'Nia'],
      ['a', 'b'],
      ['ß', 's'],
      ['%', 'a'],
      ['nia@nw.example', 'nia@northwind.example'],
    ];
    for (const [query, text] of missed) expect(finds(query, text), query).to.equal(false);
  });

  it('for any part of a text finds it', () => {
    const property = fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, from, length) => {
      const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
      const start = from % (letters.length + 1);
      expect(finds(letters.slice(start, start + (length % 8)).join(''), text)).to.equal(true);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('addresses in a text', () => {
  const table: [text: string, addresses: string[]][] = [
    ['a@x.io b@x.io\nc@x.io', ['a@x.io', 'b@x.io', 'c@x.io']],
    ['a@x.io/b@x.io & c@x.io|d@x.io', ['a@x.io', 'b@x.io', 'c@x.io', 'd@x.io']],
    ['Nia <a@x.io>; "Ok, Bo" <b@x.io>,(c@x.io)', ['a@x.io', 'b@x.io', 'c@x.io']],
    ['mailto:a@x.io?subject=Hi [b@x.io]', ['a@x.io', 'b@x.io']],
    ["•a@x.io, 'b@x.io'. “c@x.io”", ['a@x.io', 'b@x.io', 'c@x.io']],
    ['\u202aa@x.io\u202c a\u200b@x.io', ['a@x.io', 'a@x.io']],
    ['nia＠x.io', ['nia@x.io']],
    ["r&d=a/b~c#d@x.io o'neil@x.io", ['r&d=a/b~c#d@x.io', "o'neil@x.io"]],
    ['nia@northwind', ['nia@northwind']],
    ['@nia nia@ @ at x', []],
  ];
  for (const [text, addresses] of table) {
    it(`such as ${JSON.stringify(text)} are found one by one (D37)`, () => {
      expect(findAddresses(text).map(({ address }) => address)).to.deep.equal(addresses);
    });
  }

  it('are found where they stand, also several without a space between them', () => {
    const text = 'Nia <nia@x.example>, a@x.example/b@y.example&c@z.example';
    const found = findAddresses(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).to.deep.equal(found.map(({ address }) => address));
    expect(found).to.have.length(4);
  });

  it('that are not one address never come as one that mail could go to', () => {
    for (const text of ['"a@evil.example"@northwind.example', 'a@evil.example@northwind.example', '@a@b@c.example']) {
      for (const { address } of findAddresses(text)) expect(plainAddress(address), text).to.equal(null);
    }
  });

  it('are told from an @ in a name', () => {
    expect(['Nia', 'M@tt', '@nia', 'Nia @ Northwind'].filter(holdsAddress)).to.deep.equal([]);
    const names = ['nia@x.io', 'Nia <nia@x.io>', 'and b@x.io'];
    expect(names.filter(holdsAddress)).to.deep.equal(names);
  });

  it('are found quickly however long a text is', () => {
    const texts = ['"', '@', 'a@', 'a', '@,', 'a.', '/', 'a@b/'].map((part) => part.repeat(20_000));
    const start = performance.now();
    for (const text of texts) findAddresses(`${text}@`);
    expect(performance.now() - start).to.be.below(20_000); // a busy machine needs three seconds
  });
});

describe('an address', () => {
  it('may have the symbols in its local part that no server reads as another address (D43)', () => {
    for (const local of ['r&d', 'a/b', 'a=b', 'a~b', 'a#b', 'a$b', 'a*b', 'a^b', 'a`b', 'a{b}', 'a|b', 'a?b', "o'neil"])
      expect(plainAddress(`${local}@Northwind.example`)).to.equal(`${local}@northwind.example`);
    for (const local of ['a!b', 'a%b', '=?utf-8?q?a?=', 'a"b', 'a(b)', 'a,b', 'a;b', 'a<b', '.a', 'a.', 'a..b', 'ä'])
      expect(plainAddress(`${local}@northwind.example`), local).to.equal(null);
  });

  it('is judged in no time, however long it is', () => {
    expect(plainAddress(`a${' '.repeat(300_000)}b@northwind.example`)).to.equal(null);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { listText, nameList } from '../../src/ui/list-text.js';

describe('a list in a line', () => {
  const lists: [lang: string, all: string, continued: string][] = [
    ['en', 'a, b, c', 'a, b, c'],
    ['de', 'a, b und c', 'a, b, c'],
    ['ja', 'a、b、c', 'a、b、c'],
    ['ar', 'a وb وc', 'a وb وc'],
  ];
  for (const [lang, all, continued] of lists) {
    it(`is joined as the language ${lang} does, also where more follows`, () => {
      const names = ['a', 'b', 'c'];
      expect([listText(names, lang).join(''), listText(names, lang, true).join('')]).to.deep.equal([all, continued]);
    });
  }

  it('is empty without items, and has one alone', () => {
    expect([listText([], 'de'), listText(['a'], 'de'), listText(['a'], 'de', true)]).to.deep.equal([[], ['a'], ['a']]);
  });

  it('isolates names from each other', async () => {
    const line = await fixture(html`<p>${nameList(['שלום.example', 'a.example'], 'en')}</p>`);
    expect([...line.querySelectorAll('bdi')].map((name) => name.textContent)).to.deep.equal([
      'שלום.example',
      'a.example',
    ]);
    expect(line.textContent).to.equal('שלום.example, a.example');
  });
});

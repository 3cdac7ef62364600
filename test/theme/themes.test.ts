import { expect } from '@open-wc/testing';
import { run } from 'axe-core';
import { mountTag, tags } from './elements.js';

const themes = ['agni', 'midnight', 'forest', 'high-contrast', 'enterprise'];

const textOf = async (theme: string) => {
  const response = await fetch(new URL(`/src/themes/${theme}.css`, location.href));
  if (!response.ok) throw new Error(`${theme}.css: ${response.status}`);
  return response.text();
};

describe('the ready themes', () => {
  const home = document.createElement('div');
  const sheet = new CSSStyleSheet();

  before(async () => {
    document.body.append(home);
    document.adoptedStyleSheets.push(sheet);
    await Promise.all(tags.map((tag) => mountTag(tag, home)));
  });
  after(() => {
    home.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });

  for (const theme of themes) {
    for (const scheme of ['light', 'dark']) {
      it(`pass the contrast rule of axe in every element: ${theme}, in ${scheme}`, async () => {
        sheet.replaceSync(await textOf(theme));
        home.style.colorScheme = scheme;
        home.style.background = scheme === 'dark' || theme === 'midnight' ? '#121214' : '#fff';
        const { violations } = await run(home, { runOnly: ['color-contrast'], resultTypes: ['violations'] });
        expect(violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join())).join('\n')).to.equal('');
      });
    }
  }
});

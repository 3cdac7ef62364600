import { expect, html } from '@open-wc/testing';
import '../../src/define/profile.js';
import type { AgniProfile } from '../../src/elements/profile/agni-profile.js';
import { mount } from '../mount.js';

describe('an element on a page in another language', () => {
  const { documentElement } = document;
  const { lang } = documentElement;
  afterEach(() => {
    documentElement.lang = lang;
  });

  it('marks its English words as English, dates included (D67)', async () => {
    documentElement.lang = 'fr';
    const { pane, view } = await mount<AgniProfile>(html`<agni-profile></agni-profile>`);
    const since = view.getByText('Member Since').nextElementSibling;
    expect(since?.closest('[lang]')?.getAttribute('lang')).to.equal('en');
    expect(since?.textContent).to.match(/^[A-Z][a-z]{2} \d{1,2}, \d{4}$/);
    expect(pane.matches(':lang(fr)')).to.equal(true);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { observe } from '../../src/define/observe.js';

const isDefined = (tag: string) => customElements.get(tag) !== undefined;

// What is loaded stays loaded, so these tests build on each other.
describe('a script-tag page', () => {
  it('loads no pane before its tag appears', async () => {
    const root = await fixture(html`<div></div>`);
    const shadow = root.attachShadow({ mode: 'open' });
    observe(document);
    observe(shadow);
    expect([isDefined('agni-org-settings'), isDefined('agni-api-keys')]).to.deep.equal([false, false]);
  });

  it('loads a pane when its tag appears, and that one alone', async () => {
    await fixture(html`<div><section><agni-org-settings></agni-org-settings></section></div>`);
    await customElements.whenDefined('agni-org-settings');
    expect(isDefined('agni-api-keys')).to.equal(false);
    expect(isDefined('agni-provider')).to.equal(true);
  });

  it('loads a pane for a tag in a shadow root it was shown', async () => {
    const root = await fixture(html`<div></div>`);
    const shadow = root.attachShadow({ mode: 'open' });
    shadow.append(document.createElement('agni-api-keys'));
    observe(shadow);
    await customElements.whenDefined('agni-api-keys');
  });
});

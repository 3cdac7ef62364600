import { expect, html } from '@open-wc/testing';
import '../../src/define/calcom.js';
import '../../src/define/ghl.js';
import { mount } from '../mount.js';
import { waitFor } from '../queries.js';

describe('a region that is a tab stop', () => {
  for (const template of [html`<agni-ghl></agni-ghl>`, html`<agni-calcom></agni-calcom>`]) {
    it(`has something to scroll in ${template.strings[0]} (D73)`, async () => {
      const { pane } = await mount(template);
      const root = pane.shadowRoot as ShadowRoot;
      await waitFor(() => expect(root.querySelectorAll('tbody tr').length).to.be.above(3));
      const regions = [...root.querySelectorAll<HTMLElement>('[tabindex="0"]:not([role^=tab])')];
      const idle = regions.filter((region) => region.scrollWidth <= region.clientWidth);
      expect(idle.map((region) => region.outerHTML.slice(0, 80))).to.deep.equal([]);
    });
  }
});

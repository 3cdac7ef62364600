import { expect, fixture, html } from '@open-wc/testing';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import '../../../src/define/all.js';
import type { AgniProvider } from '../../../src/context/agni-provider.js';
import type { Pane } from '../../../src/elements/base/pane.js';
import { registry } from '../../../src/elements/registry.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { waitFor } from '../../queries.js';

const isQuiet = (root: ShadowRoot): boolean =>
  [...root.querySelectorAll('*')].every((node) => {
    return node.getAttribute('aria-busy') !== 'true' && (!node.shadowRoot || isQuiet(node.shadowRoot));
  });

describe('the skeleton of a pane', () => {
  it('is about as high as the content that follows, at two widths', async () => {
    const heights: Record<string, number> = {};
    for (const { tag } of registry) {
      const { promise: isOpen, resolve: open } = Promise.withResolvers<void>();
      const sandbox = createSandbox();
      const slowFetch: typeof fetch = (...request) => isOpen.then(() => sandbox.fetch(...request));
      const provider = await fixture<AgniProvider>(
        html`<agni-provider base-url="/" style="font: 16px sans-serif" .fetch=${slowFetch}>
          ${staticHtml`<${unsafeStatic(tag)}></${unsafeStatic(tag)}>`}
        </agni-provider>`,
      );
      const pane = provider.firstElementChild as Pane;
      const measure = () =>
        ['390px', '800px'].map((width) => {
          pane.style.width = width;
          return pane.offsetHeight;
        });
      await waitFor(() => expect(!!pane.shadowRoot?.querySelector('.skeleton')).to.equal(true));
      const loading = measure();
      open();
      await waitFor(() => expect(pane.state === 'ready' && isQuiet(pane.shadowRoot as ShadowRoot)).to.equal(true));
      for (const [index, height] of measure().entries()) heights[`${tag} ${index}`] = height / (loading[index] ?? 0);
    }
    expect(Object.entries(heights).filter(([, ratio]) => ratio < 0.8 || ratio > 1.25)).to.deep.equal([]);
  });
});

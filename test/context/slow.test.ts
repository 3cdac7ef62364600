import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/org-settings.js';
import '../../src/define/provider.js';
import { getOrganization } from '../../src/contract/organization.js';
import type { Pane } from '../../src/elements/base/pane.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { waitFor } from '../queries.js';

describe('a slow answer (C06)', () => {
  it('marks the skeleton as busy, which appears after 300 ms', async () => {
    const sandbox = createSandbox().fail(getOrganization, 200, undefined, { delay: 24 * 60 * 60 * 1000 });
    const provider = await fixture(
      html`<agni-provider base-url="/" .fetch=${sandbox.fetch}><agni-org-settings></agni-org-settings></agni-provider>`,
    );
    const pane = provider.firstElementChild as Pane;
    await waitFor(() => expect(sandbox.requests().length).to.be.greaterThan(0));
    expect(pane.state).to.equal('loading');
    const root = pane.shadowRoot as ShadowRoot;
    expect(root.querySelector('.skeleton')?.getAttribute('aria-busy')).to.equal('true');
    const [entrance] = root.querySelector('.skeleton')?.getAnimations() ?? [];
    expect(entrance?.effect?.getTiming().delay).to.equal(300);
    await expect(pane).to.be.accessible();
  });
});

import { expect, html } from '@open-wc/testing';
import '../../../src/define/api-reference.js';
import type { AgniApiReference } from '../../../src/elements/api-reference/agni-api-reference.js';
import { mount, user, viewOf } from '../../mount.js';
import { waitFor } from '../../queries.js';

const cards = {
  'API Reference': 'https://docs.ravan.ai/api-reference/introduction',
  'GHL Integration API': 'https://docs.ravan.ai/api-reference/ghl/setup-status',
  'Cal.com Integration API': 'https://docs.ravan.ai/api-reference/calcom/status',
};

const mountReference = () => mount<AgniApiReference>(html`<agni-api-reference></agni-api-reference>`);

describe('<agni-api-reference>', () => {
  it('links to the documentation, with examples that hold the workspace’s id and no secret', async () => {
    const { pane, view } = await mountReference();
    view.getByRole('heading', { name: 'API Reference', level: 2 });
    for (const [name, href] of Object.entries(cards)) {
      view.getByRole('heading', { name, level: 3 });
      expect(view.getByRole('link', { name }).getAttribute('href')).to.equal(href);
      const tablist = view.getByRole('tablist', { name: `Examples ${name}` });
      expect([...tablist.children].map(({ textContent }) => textContent?.trim())).to.deep.equal([
        ...['cURL', 'Python', 'JavaScript'],
      ]);
    }
    const codes = [...(pane.shadowRoot?.querySelectorAll('pre') ?? [])].map(({ textContent }) => textContent);
    expect(codes).to.have.lengthOf(3);
    for (const code of codes) expect(code).to.match(/0190aaaa-1111-7222-8333-444455556666/);
    expect(codes.map((code) => /YOUR_\w+/.exec(code ?? '')?.[0])).to.deep.equal([
      ...['YOUR_API_KEY', 'YOUR_API_KEY', 'YOUR_ACCESS_TOKEN'],
    ]);
    await expect(pane).to.be.accessible();
  });

  it('shows all examples in the language that the user chose, by keyboard too', async () => {
    const { pane, view } = await mountReference();
    const [tab] = view.getAllByRole('tab', { name: 'cURL' });
    tab?.focus();
    tab?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await pane.updateComplete;
    for (const python of view.getAllByRole('tab', { name: 'Python' })) {
      expect(python.getAttribute('aria-selected')).to.equal('true');
    }
    expect(pane.shadowRoot?.activeElement).to.equal(view.getAllByRole('tab', { name: 'Python' })[0]);
    await expect(pane).to.be.accessible();
  });

  it('copies an example and says so beside it', async () => {
    const { pane, view } = await mountReference();
    await user.click(view.getByRole('button', { name: 'Copy cURL example GHL Integration API' }));
    const said = () => view.getAllByRole('status').map(({ textContent }) => textContent?.trim());
    await waitFor(() => expect(said().filter(Boolean)).to.have.lengthOf(1));
    expect(said()[1]).to.match(/^(Copied|Selected\.)/);
    await expect(pane).to.be.accessible();
    // The example in another language was not copied.
    await user.click(view.getAllByRole('tab', { name: 'Python' })[0] as HTMLElement);
    expect(said().filter(Boolean)).to.deep.equal([]);
  });

  it('names the organization that the page shows, if that is not the user’s own', async () => {
    const { pane, provider } = await mountReference();
    provider.orgId = 'shown-by-the-page';
    const codes = () => [...(pane.shadowRoot?.querySelectorAll('pre') ?? [])].map(({ textContent }) => textContent);
    await waitFor(() => {
      expect(codes()).to.have.lengthOf(3);
      for (const code of codes()) expect(code).to.contain('shown-by-the-page');
    });
  });

  it('shows the cards of the host page instead of its own', async () => {
    const { pane } = await mountReference();
    const examples = [{ id: 'ruby', label: 'Ruby', code: 'puts 1' }];
    const href = 'https://docs.example/hooks';
    pane.cards = [{ id: 'hooks', heading: 'Webhooks', text: 'What we tell you.', href, examples }];
    await pane.updateComplete;
    const view = viewOf(pane);
    expect(view.getAllByRole('link')).to.have.lengthOf(1);
    expect(view.getByRole('link', { name: 'Webhooks' }).getAttribute('href')).to.equal(href);
    view.getByText('puts 1');
    pane.cards = [];
    await pane.updateComplete;
    view.getByText('No API documentation here.');
    await expect(pane).to.be.accessible();
  });
});

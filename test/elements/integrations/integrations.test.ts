import { expect, html } from '@open-wc/testing';
import '../../../src/define/integrations.js';
import { getGhlSetupStatus } from '../../../src/contract/ghl.js';
import type { AgniGhl } from '../../../src/elements/ghl/agni-ghl.js';
import type { AgniIntegrations } from '../../../src/elements/integrations/agni-integrations.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { mount as mountPane, untilState, viewOf } from '../../mount.js';

const mount = async (template = html`<agni-integrations></agni-integrations>`, sandbox = createSandbox()) => {
  const mounted = await mountPane<AgniIntegrations>(template, sandbox);
  const ghl = mounted.pane.shadowRoot?.querySelector('agni-ghl') as AgniGhl;
  return { ...mounted, ghl };
};

describe('<agni-integrations>', () => {
  it('is made of a card a service, a level of headings below its own', async () => {
    const { pane, view, ghl } = await mount(html`<agni-integrations heading-level="3"></agni-integrations>`);
    view.getByRole('heading', { name: 'Integrations', level: 3 });
    await untilState(ghl, 'ready');
    viewOf(ghl).getByRole('heading', { name: 'GoHighLevel', level: 4 });
    await expect(pane).to.be.accessible();
  });

  it('takes further cards of the host, after its own', async () => {
    const { pane } = await mount(
      html`<agni-integrations><section slot="card"><h3>Calendar of ours</h3></section></agni-integrations>`,
    );
    const slot = pane.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=card]');
    expect(slot?.assignedElements().map(({ textContent }) => textContent)).to.deep.equal(['Calendar of ours']);
    expect(slot?.nextElementSibling).to.equal(null);
  });

  it('stands where a card can not be shown, and hands on what it was told', async () => {
    const sandbox = createSandbox().fail(getGhlSetupStatus, 403);
    const { pane, ghl } = await mount(html`<agni-integrations readonly no-heading></agni-integrations>`, sandbox);
    await untilState(ghl, 'denied');
    expect([pane.state, ghl.readonly, ghl.headingLevel]).to.deep.equal(['ready', true, 2]);
    sandbox.fail(getGhlSetupStatus, 0, undefined, { delay: 1 });
    await pane.refresh();
    await untilState(ghl, 'ready');
  });

  it('hands its parts on for a host to style', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('agni-integrations::part(badge) { outline: 3px solid rgb(1, 2, 3); }');
    document.adoptedStyleSheets.push(sheet);
    try {
      const { ghl } = await mount();
      await untilState(ghl, 'ready');
      const badge = viewOf(ghl).getByText('Connected');
      expect(getComputedStyle(badge).outlineColor).to.equal('rgb(1, 2, 3)');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    }
  });
});

import { expect, html } from '@open-wc/testing';
import '../../../src/define/integrations.js';
import type { Pane } from '../../../src/elements/base/pane.js';
import { mount, user, viewOf } from '../../mount.js';
import { waitFor } from '../../queries.js';

const services = [
  [html`<agni-ghl></agni-ghl>`, ['Overview', 'Calendars', 'Appointments']],
  [html`<agni-calcom></agni-calcom>`, ['Overview', 'Event Types', 'Appointments', 'Agents']],
] as const;

/** Calls `check` with every tab of both services, after its content has loaded. */
async function inEveryTab(check: (pane: Pane, tab: string) => void | Promise<void>, width = 'auto'): Promise<void> {
  for (const [template, names] of services) {
    const { pane, view } = await mount<Pane>(template);
    pane.style.width = width;
    for (const name of names) {
      await user.click(await view.findByRole('tab', { name }));
      await waitFor(() => {
        const root = pane.shadowRoot;
        if (/Loading…/.test(root?.textContent ?? '') || root?.querySelector('[aria-busy=true]'))
          throw new Error(`${name} still loads`);
      });
      await check(pane, `${pane.localName}, ${name}`);
    }
  }
}

describe('the views of the services', () => {
  it('name each button of their lists differently (D69)', async () => {
    await inEveryTab((pane, tab) => {
      const names = viewOf(pane)
        .queryAllByRole('button')
        .map(({ ariaLabel, textContent }) => (ariaLabel ?? textContent ?? '').replace(/\s+/g, ' ').trim());
      expect(names, tab).to.deep.equal([...new Set(names)]);
    });
  });

  it('have no tab stop beside controls and the panel of a tab (D73)', async () => {
    await inEveryTab((pane, tab) => {
      const stops = [...(pane.shadowRoot?.querySelectorAll('[tabindex="0"]') ?? [])];
      const others = stops.filter((stop) => !stop.matches('[role=tab], [role=tabpanel]'));
      expect(
        others.map(({ outerHTML }) => outerHTML),
        tab,
      ).to.deep.equal([]);
    });
  });

  it('fit into 320 px, and are accessible there', async () => {
    await inEveryTab(async (pane, tab) => {
      const root = pane.shadowRoot?.querySelector('.pane') as HTMLElement;
      expect(root.scrollWidth, tab).to.equal(320);
      await expect(pane).to.be.accessible();
    }, '320px');
  });
});

import { expect, html } from '@open-wc/testing';
import '../../../src/define/all.js';
import { listCalcomAppointments, listGhlAppointments } from '../../../src/contract/all.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { mount as mountPane, user } from '../../mount.js';
import { waitFor } from '../../queries.js';

const services = [
  ['agni-ghl', listGhlAppointments],
  ['agni-calcom', listCalcomAppointments],
] as const;

/** The appointments of a service that always answers this many, without regard to the requested limit. */
async function mount([tag, operation]: (typeof services)[number], count: number) {
  const appointments = Array.from({ length: count }, (_, index) => ({
    id: `a${index}`,
    contact_name: `Contact ${index}`,
  }));
  const sandbox = createSandbox().fail(operation, 200, undefined, { body: { success: true, count, appointments } });
  const { pane, view } = await mountPane(html`${document.createElement(tag)}`, sandbox);
  await user.click(await view.findByRole('tab', { name: 'Appointments' }));
  const rows = () => [...view.getByRole('table', { name: 'Appointments' }).querySelectorAll<HTMLElement>('[data-id]')];
  const untilListed = (length: number) =>
    waitFor(() => {
      if (rows().length !== length) throw new Error(`${rows().length} appointments are listed`);
    });
  await view.findByRole('table', { name: 'Appointments' });
  return { pane, view, rows, untilListed };
}

describe('the appointments of a service', () => {
  for (const service of services) {
    it(`of <${service[0]}> are all listed, page by page`, async () => {
      const { view, rows, untilListed } = await mount(service, 45);
      const ids = new Set<string | undefined>();
      for (const length of [20, 20, 5]) {
        if (ids.size) await user.click(view.getByRole('button', { name: 'Next page' }));
        await untilListed(length);
        for (const row of rows()) ids.add(row.dataset.id);
      }
      expect(ids.size).to.equal(45);
      expect(!!view.queryByText(/^No more than the latest/)).to.equal(false);
    });

    it(`of <${service[0]}> say that there may be more than one answer holds, which all may be`, async () => {
      const { pane, view } = await mount(service, 200);
      await view.findByText('No more than the latest 200 appointments are listed.');
      expect(pane.shadowRoot?.textContent).to.match(/1–20 of 200/);
      // A server without that limit sends all appointments.
      const whole = await mount(service, 230);
      await waitFor(() => expect(whole.pane.shadowRoot?.textContent).to.match(/1–20 of 230/));
      expect(!!whole.view.queryByText(/^No more than the latest/)).to.equal(false);
    });
  }
});

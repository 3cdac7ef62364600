import { expect, fixture, html } from '@open-wc/testing';
import type { AgniProvider } from '../../../src/context/agni-provider.js';
import type { Pane } from '../../../src/elements/base/pane.js';
import type { AgniSettings } from '../../../src/elements/settings/agni-settings.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import '../../../src/define/settings.js';
import { untilState, user, viewOf } from '../../mount.js';
import { waitFor } from '../../queries.js';

const temporary = 'Purple-otter-42';

it('leads from every pane of the hub to where a temporary password is changed, and all load afterwards (C18)', async () => {
  const sandbox = createSandbox();
  const answer = await sandbox.fetch(new URL('/api/v1/auth/login', location.href), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'priya.raman@northwind.example', password: temporary }),
  });
  const token = (await answer.json()).data.access_token;
  let requiredCount = 0;
  const countRequired = () => void requiredCount++;
  document.addEventListener('agni-password-change-required', countRequired);
  const provider = await fixture<AgniProvider>(
    html`<agni-provider base-url="/" .fetch=${sandbox.fetch} .getToken=${() => token}>
      <agni-settings></agni-settings>
    </agni-provider>`,
  );
  const hub = provider.firstElementChild as AgniSettings;
  const root = hub.shadowRoot as ShadowRoot;
  const open = () => root.querySelector('.panes > :not([hidden])') as Pane;
  const ids = hub.panes.split(' ').filter((id) => id !== 'security');
  for (const id of ids) {
    hub.pane = id;
    await untilState(hub, 'denied');
    await user.click(await viewOf(open()).findByRole('button', { name: 'Change Password' }));
    expect(hub.pane).to.equal('security');
    await untilState(hub, 'ready');
    await waitFor(() => expect(open().shadowRoot?.activeElement?.getAttribute('part')).to.equal('heading'));
  }
  await expect(hub).to.be.accessible();

  const form = viewOf(open().shadowRoot?.querySelector('agni-change-password') as Pane);
  await user.fill(form.getByLabelText('Current Password'), temporary);
  await user.fill(form.getByLabelText('New Password'), 'Walnut harbour seven');
  await user.fill(form.getByLabelText('Confirm New Password'), 'Walnut harbour seven');
  await user.click(form.getByRole('button', { name: 'Change Password' }));
  await form.findByText(/^Password changed/);
  for (const id of ids) {
    hub.pane = id;
    await hub.updateComplete;
    await waitFor(() => expect(open().state).not.to.equal('loading'));
    await waitFor(() => expect(open().shadowRoot?.textContent).not.to.contain('Change your temporary password'));
  }
  expect(requiredCount).to.equal(1);
  document.removeEventListener('agni-password-change-required', countRequired);
});

import { expect, html, oneEvent } from '@open-wc/testing';
import '../../src/define/org-settings.js';
import { updateOrganization } from '../../src/contract/organization-change.js';
import type { AgniOrgSettings } from '../../src/panes/org-settings/agni-org-settings.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { mount as mountPane } from '../mount.js';
import { waitFor } from '../queries.js';

const mount = (sandbox = createSandbox()) =>
  mountPane<AgniOrgSettings>(html`<agni-org-settings></agni-org-settings>`, sandbox);

describe('<agni-org-settings>', () => {
  it('saves only what was changed, and says so', async () => {
    const { pane, view, user, sandbox } = await mount();
    const name = view.getByLabelText('Organization Name');
    await user.fill(name, 'Northwind Dental Group');
    const updated = oneEvent(pane, 'agni-organization-updated');
    await user.click(view.getByRole('button', { name: 'Save Changes' }));
    expect((await updated).detail.name).to.equal('Northwind Dental Group');
    const write = sandbox.requests().find(({ method }) => method === 'PATCH');
    expect(write?.body).to.deep.equal({ name: 'Northwind Dental Group' });
    await waitFor(() => view.getByText('Saved'));
    expect(pane.dirty).to.equal(false);
  });

  it('keeps what was typed when saving fails', async () => {
    const { view, user } = await mount(createSandbox().fail(updateOrganization, 500));
    await user.fill(view.getByLabelText('Website'), 'https://new.example');
    await user.click(view.getByRole('button', { name: 'Save Changes' }));
    await waitFor(() => view.getByRole('alert'));
    expect(view.getByLabelText<HTMLInputElement>('Website').value).to.equal('https://new.example');
  });
});

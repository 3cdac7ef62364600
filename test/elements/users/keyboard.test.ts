import { expect, oneEvent } from '@open-wc/testing';
import type { User } from '../../../src/contract/me.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { key, retype, tabTo } from '../../keyboard.js';
import { waitFor, within } from '../../queries.js';
import { mount, textOf, withPeople, writes } from './people.js';

describe('<agni-users> by keyboard alone', () => {
  it('finds people, and everybody again', async () => {
    const { view, field, listed, names, root } = await mount();
    await tabTo(field('Search users'));
    await retype('kofi');
    await listed('Kofi Mensah');
    await retype('nobody of this name');
    const clear = await view.findByRole('button', { name: 'Clear filters' });
    await tabTo(clear);
    await key('Enter');
    await waitFor(() => expect(names()).to.have.length(8));
    expect(root.activeElement).to.equal(field('Search users'));
    await tabTo(field('Role'));
    await key('a');
    await listed('Ben Lindqvist', 'Kofi Mensah');
  });

  it('pages', async () => {
    const { view, status } = await mount(createSandbox({ users: 45 }));
    await tabTo(view.getByRole('button', { name: 'Previous page' }));
    await key('Enter'); // there is none yet
    await tabTo(view.getByRole('button', { name: 'Next page' }));
    await key('Enter');
    await waitFor(() => expect(status()).to.include('21–40 of 45'));
    await tabTo(view.getByRole('button', { name: 'Next page' }));
    await key(' ');
    await waitFor(() => expect(status()).to.include('41–45 of 45'));
  });

  it('changes a role, or thinks better of it', async () => {
    const { rest, button, dialog, view, cells, root, sandbox } = await mount();
    await rest();
    const opener = await button('Change role Ben Lindqvist');
    await tabTo(opener);
    await key('Enter');
    await dialog('Change role');
    await key('Escape');
    await waitFor(() => expect(view.queryByRole('dialog')).to.equal(null));
    expect(root.activeElement).to.equal(opener);
    await key(' ');
    const open = await dialog('Change role');
    await tabTo(within(open).getByLabelText('Role'));
    await key('m');
    await within(open).findByRole('list', { name: 'Loses' });
    await tabTo(within(open).getByRole('button', { name: 'Change Role' }));
    await key('Enter');
    await waitFor(() => expect(view.queryByRole('dialog')).to.equal(null));
    expect((await cells('Ben Lindqvist'))[2]).to.equal('MEMBER');
    await waitFor(() => expect(root.activeElement?.closest('tr')?.textContent).to.contain('Ben Lindqvist'));
    expect(writes(sandbox)).to.have.length(1);
  });

  it('removes somebody, where the first Enter in the dialog removes nobody', async () => {
    const { rest, button, dialog, view, names, root, sandbox } = await mount();
    await rest();
    const opener = await button('Remove Kofi Mensah');
    await tabTo(opener);
    await key('Enter');
    await dialog('Remove Kofi Mensah');
    await key('Enter'); // Cancel has the focus
    await waitFor(() => expect(view.queryByRole('dialog')).to.equal(null));
    expect(root.activeElement).to.equal(opener);
    expect(writes(sandbox)).to.be.empty;
    await key('Enter');
    const open = await dialog('Remove Kofi Mensah');
    await tabTo(within(open).getByRole('button', { name: 'Remove' }));
    await key(' ');
    await waitFor(() => expect(names()).to.not.include('Kofi Mensah'));
    await waitFor(() => expect(root.activeElement?.closest('tr')).to.not.equal(null));
  });

  it('removes an owner once the name is typed', async () => {
    const owner = (id: string, first_name: string): Partial<User> => ({
      ...{ id, first_name, last_name: 'Osei', role: 'OWNER', status: 'ACTIVE' },
    });
    const me = '0190aaaa-2222-7333-8444-000000000002';
    const { rest, button, dialog, pane, sandbox } = await mount(
      withPeople([owner(me, 'Ada'), owner('0190aaaa-2222-7333-8444-000000000003', 'Ben')]),
    );
    await rest();
    await tabTo(await button('Remove Ben Osei'));
    await key('Enter');
    const open = await dialog('Remove Ben Osei');
    await tabTo(within(open).getByLabelText('Type the name to confirm'));
    await retype('Ben Ose');
    await key('Enter');
    await within(open).findByText('This is not the name.');
    expect(writes(sandbox)).to.be.empty;
    await retype('Ben Osei');
    const removed = oneEvent(pane, 'agni-user-removed');
    await key('Enter');
    expect((await removed).detail).to.include({ name: 'Ben Osei', role: 'OWNER' });
  });

  it('sends an invitation again and takes another back, in the other tab', async () => {
    const { view, rest, button, dialog, root } = await mount();
    await rest();
    await tabTo(view.getByRole('tab', { name: 'Members' }));
    await key('ArrowRight');
    await tabTo(await button('Resend Nia Okafor'));
    await key('Enter');
    await view.findByText(/new mail was sent to nia.okafor@/);
    await tabTo(await button('Revoke invitation Sven Aalto'));
    await key(' ');
    const open = await dialog('Revoke invitation Sven Aalto');
    expect(textOf(root.activeElement)).to.equal('Cancel');
    await tabTo(within(open).getByRole('button', { name: 'Revoke invitation' }));
    await key('Enter');
    await view.findByText('The invitation of Sven Aalto was revoked.');
    await waitFor(() => expect(root.activeElement?.closest('[part=row]')).to.not.equal(null));
  });
});

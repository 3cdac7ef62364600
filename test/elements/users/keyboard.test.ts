import { expect, oneEvent } from '@open-wc/testing';
import type { User } from '../../../src/contract/me.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { key, retype, tabTo } from '../../keyboard.js';
import { untilClosed } from '../../mount.js';
import { waitFor, within } from '../../queries.js';
import { useView } from '../../views.js';
import { mount, textOf, withUsers, writes } from './users-pane.js';

type Mounted = Awaited<ReturnType<typeof mount>>;

/** Opens the menu of a row by keyboard, and returns it. */
async function openMenu({ button, view }: Mounted, name: string) {
  await tabTo(await button(`Actions for ${name}`));
  await key('Enter');
  return view.findByRole('menu', { name: `Actions for ${name}` });
}

describe('<agni-users> by keyboard alone', () => {
  useView();

  it('finds users, and all of them again', async () => {
    const { view, field, listed, names, root } = await mount();
    await tabTo(field('Search users'));
    await retype('kofi');
    await listed('Kofi Mensah');
    await retype('no such name');
    const clear = await view.findByRole('button', { name: 'Clear filters' });
    await tabTo(clear);
    await key('Enter');
    await waitFor(() => expect(names()).to.have.length(8));
    expect(root.activeElement === field('Search users')).to.equal(true);
    await tabTo(field('Role'));
    await key('a'); // ADMIN, because All is already selected
    await listed('Ben Lindqvist', 'Kofi Mensah');
  });

  it('sorts', async () => {
    const { view, field, names } = await mount();
    const header = view.queryByRole('button', { name: 'Member' });
    await tabTo(header ?? field('Sort by')); // narrow rows are cards, without headers
    await key(header ? 'Enter' : 'ArrowDown');
    await waitFor(() => expect(names()).to.deep.equal([...names()].sort()));
    await key(header ? 'Enter' : 'ArrowDown');
    await waitFor(() => expect(names()[0]).to.equal('Yuki Tanabe'));
  });

  it('pages', async () => {
    const { view, status } = await mount(createSandbox({ users: 45 }));
    await tabTo(view.getByRole('button', { name: 'Previous page' }));
    await key('Enter'); // has no effect on the first page
    await tabTo(view.getByRole('button', { name: 'Next page' }));
    await key('Enter');
    await waitFor(() => expect(status()).to.include('21–40 of 45'));
    await tabTo(view.getByRole('button', { name: 'Next page' }));
    await key(' ');
    await waitFor(() => expect(status()).to.include('41–45 of 45'));
  });

  it('has two stops in each row, none of which is a time (D58)', async () => {
    const { button, root, row, rest } = await mount();
    await rest();
    (await button('ADMIN: Permissions of Ben Lindqvist')).focus();
    const stops = new Set<string>();
    const current = await row('Ben Lindqvist');
    while (root.activeElement?.closest('tr') === current) {
      stops.add(root.activeElement?.ariaLabel ?? '');
      await key('Tab');
    }
    expect([...stops]).to.deep.equal(['ADMIN: Permissions of Ben Lindqvist', 'Actions for Ben Lindqvist']);
  });

  it('moves through the menu of a row by arrows, Home, End and letters, and leaves it by Escape and Tab', async () => {
    const mounted = await mount();
    const { root, rest, button, view } = mounted;
    await rest();
    const menu = await openMenu(mounted, 'Ben Lindqvist');
    const focused = () => textOf(root.activeElement);
    expect(focused()).to.equal('Change role');
    for (const [press, expected] of [
      ['ArrowDown', 'Remove'],
      ['ArrowDown', 'Change role'],
      ['ArrowUp', 'Remove'],
      ['Home', 'Change role'],
      ['End', 'Remove'],
      ['c', 'Change role'],
      ['r', 'Remove'],
    ] as const) {
      await key(press);
      expect(focused()).to.equal(expected);
    }
    const opener = await button('Actions for Ben Lindqvist');
    expect(opener.ariaExpanded).to.equal('true');
    await key('Escape');
    await waitFor(() => expect(menu.matches(':popover-open')).to.equal(false));
    expect(root.activeElement === opener).to.equal(true);
    expect(opener.ariaExpanded === null).to.equal(true);
    await key('Enter');
    await view.findByRole('menu', { name: 'Actions for Ben Lindqvist' });
    await key('Tab');
    await waitFor(() => expect(menu.matches(':popover-open')).to.equal(false));
    expect(root.activeElement?.ariaLabel).to.equal('MEMBER: Permissions of Elif Kaya');
  });

  it('opens the menu of a row by ArrowDown at its first item, and by ArrowUp at its last one', async () => {
    const { root, rest, button, view } = await mount();
    await rest();
    for (const [press, expected] of [
      ['ArrowDown', 'Change role'],
      ['ArrowUp', 'Remove'],
    ] as const) {
      (await button('Actions for Ben Lindqvist')).focus();
      await key(press);
      const menu = await view.findByRole('menu', { name: 'Actions for Ben Lindqvist' });
      await waitFor(() => expect(textOf(root.activeElement)).to.equal(expected));
      await key('Escape');
      await waitFor(() => expect(menu.matches(':popover-open')).to.equal(false));
    }
  });

  it('shows the permissions of a user, and returns to the row', async () => {
    const { button, dialog, root, rest, pane } = await mount();
    await rest();
    const opener = await button('ADMIN: Permissions of Kofi Mensah');
    await tabTo(opener);
    await key('Enter');
    await dialog('Permissions of Kofi Mensah');
    await key('Escape');
    await untilClosed(pane);
    expect(root.activeElement === opener).to.equal(true);
  });

  it('changes a role, after the first attempt was cancelled', async () => {
    const mounted = await mount();
    const { rest, button, dialog, cells, root, sandbox, pane } = mounted;
    await rest();
    await openMenu(mounted, 'Ben Lindqvist');
    await key('Enter');
    await dialog('Change role');
    await key('Escape');
    await untilClosed(pane);
    expect(root.activeElement === (await button('Actions for Ben Lindqvist'))).to.equal(true);
    await openMenu(mounted, 'Ben Lindqvist');
    await key(' ');
    const open = await dialog('Change role');
    await tabTo(within(open).getByLabelText('Role'));
    await key('m');
    await within(open).findByRole('list', { name: 'Loses' });
    await tabTo(within(open).getByRole('button', { name: 'Change Role' }));
    await key('Enter');
    await untilClosed(pane);
    expect((await cells('Ben Lindqvist'))[1]).to.equal('MEMBER');
    await waitFor(() => expect(root.activeElement?.ariaLabel).to.equal('Actions for Ben Lindqvist'));
    expect(writes(sandbox)).to.have.length(1);
  });

  it('removes a user, where the first Enter in the dialog cancels', async () => {
    const mounted = await mount();
    const { rest, button, dialog, names, root, sandbox, pane } = mounted;
    await rest();
    const openRemoval = async () => {
      await openMenu(mounted, 'Kofi Mensah');
      await key('r');
      await key('Enter');
      return dialog('Remove Kofi Mensah?');
    };
    await openRemoval();
    await key('Enter'); // Cancel has the focus
    await untilClosed(pane);
    expect(root.activeElement === (await button('Actions for Kofi Mensah'))).to.equal(true);
    expect(writes(sandbox)).to.be.empty;
    const open = await openRemoval();
    await tabTo(within(open).getByRole('button', { name: 'Remove' }));
    await key(' ');
    await waitFor(() => expect(names()).to.not.include('Kofi Mensah'));
    await waitFor(() => expect(root.activeElement?.ariaLabel).to.match(/^Actions for/));
  });

  it('removes an owner once the name is typed', async () => {
    const owner = (id: string, first_name: string): Partial<User> => ({
      ...{ id, first_name, last_name: 'Osei', role: 'OWNER', status: 'ACTIVE' },
    });
    const me = '0190aaaa-2222-7333-8444-000000000002';
    const mounted = await mount(withUsers([owner(me, 'Ada'), owner('0190aaaa-2222-7333-8444-000000000003', 'Ben')]));
    const { rest, dialog, pane, sandbox } = mounted;
    await rest();
    await openMenu(mounted, 'Ben Osei');
    await key('End');
    await key('Enter');
    const open = await dialog('Remove Ben Osei?');
    await tabTo(within(open).getByLabelText('Type the name to confirm'));
    await retype('Ben Ose');
    await key('Enter');
    await within(open).findByText("That doesn't match the name.");
    expect(writes(sandbox)).to.be.empty;
    await retype('Ben Osei');
    const removed = oneEvent(pane, 'agni-user-removed');
    await key('Enter');
    expect((await removed).detail).to.include({ name: 'Ben Osei', role: 'OWNER' });
  });

  it('sends an invitation again and revokes another, in the other tab', async () => {
    const mounted = await mount();
    const { view, rest, dialog, root } = mounted;
    await rest();
    await tabTo(view.getByRole('tab', { name: 'Members' }));
    await key('ArrowRight');
    await openMenu(mounted, 'Nia Okafor');
    await key('Enter');
    await view.findByText(/^New invitation sent to nia.okafor@/);
    await openMenu(mounted, 'Sven Aalto');
    await key('ArrowDown');
    await key(' ');
    const open = await dialog('Revoke invitation of Sven Aalto?');
    expect(textOf(root.activeElement)).to.equal('Cancel');
    await tabTo(within(open).getByRole('button', { name: 'Revoke invitation' }));
    await key('Enter');
    await view.findByText('The invitation of Sven Aalto was revoked.');
    await waitFor(() => expect(root.activeElement?.ariaLabel).to.match(/^Actions for/));
  });
});

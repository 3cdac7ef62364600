import { expect, html, oneEvent } from '@open-wc/testing';
import { getCurrentUser } from '../../../src/contract/me.js';
import { listRoles } from '../../../src/contract/role-list.js';
import { changeUserRole, removeUser } from '../../../src/contract/user-change.js';
import { listUsers } from '../../../src/contract/users.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { untilClosed, untilState } from '../../mount.js';
import { waitFor, within } from '../../queries.js';
import { mount, textOf, writes } from './users-pane.js';

type Mounted = Awaited<ReturnType<typeof mount>>;

/** Opens the dialog for a user's role, and chooses a role in it. */
async function chooseRole({ rest, choose, press, dialog, user }: Mounted, name: string, role: string) {
  await rest();
  await choose(name, 'Change role');
  const open = await dialog('Change role');
  const select = within(open).getByLabelText<HTMLSelectElement>('Role');
  await user.choose(select, role);
  return { open, select, confirm: () => press('Change Role') };
}

/** Another session of an account, for changes that the pane does not know about. */
async function as(sandbox: Sandbox, email: string) {
  const ask = async (method: string, path: string, body?: unknown, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
    return (await sandbox.fetch(new URL(path, location.href), init)).json();
  };
  const { data } = await ask('POST', '/api/v1/auth/login', { email, password: sandbox.password });
  return (method: string, path: string, body?: unknown) => ask(method, `/api/v1${path}`, body, data.access_token);
}

const idOf = async (ask: Awaited<ReturnType<typeof as>>, search: string) =>
  (await ask('GET', `/users?search=${search}`)).data[0].id as string;

describe('<agni-users>, changing a role', () => {
  it('says what it gives and takes before it is confirmed, then changes it', async () => {
    const mounted = await mount();
    const { pane, sandbox, cells, status } = mounted;
    const { open, confirm } = await chooseRole(mounted, 'Ben Lindqvist', 'MEMBER');
    expect(textOf(open)).to.contain('admin@northwind.example');
    const loses = within(open).getByRole('list', { name: 'Loses' });
    expect(within(loses).getByText('users:invite')).to.exist;
    expect(!!within(open).queryByRole('list', { name: 'Gains' })).to.equal(false);
    await expect(pane).to.be.accessible();
    const changed = oneEvent(pane, 'agni-user-role-changed');
    await confirm();
    const { id, ...detail } = (await changed).detail;
    expect(id).to.be.a('string');
    expect(detail).to.deep.equal({ name: 'Ben Lindqvist', email: 'admin@northwind.example', role: 'MEMBER' });
    expect((await cells('Ben Lindqvist'))[1]).to.equal('MEMBER');
    expect(status()).to.include('Ben Lindqvist is now MEMBER.');
    expect(writes(sandbox).map(({ body }) => body)).to.deep.equal([{ role: 'MEMBER' }]);
  });

  it('starts from what the role permits too, and gives the focus back to the role', async () => {
    const { pane, press, dialog, button, root, view, rest } = await mount();
    await rest();
    await press('ADMIN: Permissions of Ben Lindqvist');
    within(await dialog('Permissions of Ben Lindqvist'))
      .getByRole('button', { name: 'Change role' })
      .click();
    const open = await dialog('Change role');
    expect(textOf(open)).to.contain('Ben Lindqvist');
    expect(view.getAllByRole('dialog')).to.have.length(1);
    await press('Cancel');
    await untilClosed(pane);
    expect(root.activeElement === (await button('ADMIN: Permissions of Ben Lindqvist'))).to.equal(true);
    await press('OWNER: Permissions of Ada Osei'); // the last owner
    const last = within(await dialog('Permissions of Ada Osei'));
    await waitFor(() => expect(!!last.queryByRole('button', { name: 'Change role' })).to.equal(false));
  });

  it('shows in the open dialog of permissions what the user may do since a refetch', async () => {
    const sandbox = createSandbox();
    const { pane, press, dialog, rest } = await mount(sandbox);
    await rest();
    await press('ADMIN: Permissions of Ben Lindqvist');
    const open = await dialog('Permissions of Ben Lindqvist');
    expect(textOf(open)).to.contain('users:invite');
    const owner = await as(sandbox, 'owner@northwind.example');
    await owner('PATCH', `/users/${await idOf(owner, 'admin@')}`, { role: 'MEMBER' });
    await pane.refresh();
    await waitFor(() => expect(textOf(open)).to.contain('admin@northwind.example · MEMBER'));
    expect(textOf(open)).not.to.contain('users:invite');
  });

  it('asks the host before, and does nothing if the host says no', async () => {
    const mounted = await mount();
    mounted.pane.addEventListener('agni-before-change-user-role', (event) => {
      expect(event.detail).to.include({ name: 'Ben Lindqvist', email: 'admin@northwind.example', role: 'MEMBER' });
      event.preventDefault();
    });
    const { open, confirm } = await chooseRole(mounted, 'Ben Lindqvist', 'MEMBER');
    await confirm();
    await within(open).findByText('Blocked by this site.');
    expect(writes(mounted.sandbox)).to.deep.equal([]);
  });

  it('wants another role than the user has', async () => {
    const mounted = await mount();
    const { open, select, confirm } = await chooseRole(mounted, 'Ben Lindqvist', 'ADMIN');
    await confirm();
    await within(open).findByText('Choose a different role.');
    expect(mounted.root.activeElement === select).to.equal(true);
    expect(writes(mounted.sandbox)).to.deep.equal([]);
  });

  it('keeps the last owner, says so in the menu of the row, and proposes who could be one too (D57)', async () => {
    const { menu, press, view, dialog, rest, user, root, sandbox } = await mount();
    await rest();
    const reason = 'A workspace needs an owner. Make another user an owner first.';
    const open = await menu('Ada Osei');
    const change = await waitFor(() =>
      within(open).getByRole('menuitem', { name: 'Change role', description: reason }),
    );
    expect(change.ariaDisabled).to.equal('true');
    const { bottom } = change.getBoundingClientRect();
    expect(within(open).getByText(reason).getBoundingClientRect().top).to.be.within(bottom - 10, bottom + 10);
    await user.click(change);
    expect(!!view.queryByRole('dialog')).to.equal(false);
    expect(open.matches(':popover-open')).to.equal(true);
    const self = "You can't remove yourself. Ask another owner or admin.";
    expect(within(open).getByRole('menuitem', { name: 'Remove', description: self }).ariaDisabled).to.equal('true');
    const proposals = await within(open).findAllByRole('menuitem', { name: /^Make/ });
    expect(textOf(proposals[0] as HTMLElement)).to.equal('Make Kofi Mensah an owner'); // has two-factor
    await user.click(within(open).getByRole('menuitem', { name: 'Make Kofi Mensah an owner' }));
    const role = await dialog('Change role');
    expect(within(role).getByLabelText<HTMLSelectElement>('Role').value).to.equal('OWNER');
    expect(textOf(role)).to.contain('An owner can also change your role or remove you.');
    await press('Change Role');
    await waitFor(() => expect(writes(sandbox)).to.have.length(1));
    await waitFor(() => expect(!!root.querySelector('dialog')).to.equal(false));
    const again = await menu('Ada Osei');
    await waitFor(() =>
      expect(within(again).getByRole('menuitem', { name: 'Change role' }).ariaDisabled).to.equal(null),
    );
  });

  it('goes back to what is true where the last owner would go, and reads the list anew (C22)', async () => {
    const mounted = await mount(createSandbox().fail(changeUserRole, 409, 'LAST_ADMIN'));
    const { sandbox } = mounted;
    const { open, select, confirm } = await chooseRole(mounted, 'Ben Lindqvist', 'MEMBER');
    const reads = () => sandbox.requests().filter(({ query }) => query.limit === '20' && !query.role && !query.status);
    const before = reads().length;
    await confirm();
    const alert = await within(open).findByRole('alert');
    expect(textOf(alert)).to.contain('A workspace needs an owner. Make another user an owner first.');
    expect(select.value).to.equal('ADMIN');
    expect(reads().length).to.be.greaterThan(before);
  });

  it('follows a right that was taken away: no more controls, no further write, and the reader knows (C17)', async () => {
    const sandbox = createSandbox().as('ADMIN');
    const mounted = await mount(sandbox);
    const { view, rest, status, root } = mounted;
    await rest();
    const { confirm } = await chooseRole(mounted, 'Jonas Weber', 'ADMIN');
    const owner = await as(sandbox, 'owner@northwind.example');
    await owner('PATCH', `/users/${await idOf(owner, 'admin@')}`, { role: 'MEMBER' });
    const count = writes(sandbox).length;
    await confirm();
    await waitFor(() => expect(status().join()).to.match(/Only owners and admins can change roles/));
    expect(textOf(root.activeElement)).to.equal('Users');
    expect(!!view.queryByRole('dialog')).to.equal(false);
    expect(!!view.queryByRole('button', { name: /^Actions/ })).to.equal(false);
    expect(writes(sandbox)).to.have.length(count + 1);
  });

  it('reads the user again where the answer was lost (C02)', async () => {
    const sandbox = createSandbox();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const response = await sandbox.fetch(request);
      if (request.method === 'PATCH') throw new TypeError('Failed to fetch');
      return response;
    };
    const mounted = await mount({ ...sandbox, fetch });
    const { confirm } = await chooseRole(mounted, 'Ben Lindqvist', 'MEMBER');
    const changed = oneEvent(mounted.pane, 'agni-user-role-changed');
    await confirm();
    expect((await changed).detail.role).to.equal('MEMBER');
    expect(writes(sandbox)).to.have.length(1);
  });

  it('sends one request however often it is confirmed (C37)', async () => {
    const mounted = await mount();
    const { open } = await chooseRole(mounted, 'Ben Lindqvist', 'MEMBER');
    const confirm = within(open).getByRole('button', { name: 'Change Role' });
    confirm.click();
    confirm.click();
    await mounted.listed(...mounted.names());
    await waitFor(() => expect(!!mounted.view.queryByRole('dialog')).to.equal(false));
    expect(writes(mounted.sandbox)).to.have.length(1);
  });

  it('opens the next dialog with that user’s own role and without the error of the one before', async () => {
    const sandbox = createSandbox();
    const mounted = await mount(sandbox);
    sandbox.fail(changeUserRole, 500, undefined, { times: 1 });
    const { open, confirm } = await chooseRole(mounted, 'Ben Lindqvist', 'OWNER');
    await confirm();
    await within(open).findByRole('alert');
    await mounted.press('Cancel');
    await untilClosed(mounted.pane);
    await mounted.choose('Jonas Weber', 'Change role');
    const next = await mounted.dialog('Change role');
    expect(!!within(next).queryByRole('alert')).to.equal(false);
    expect(within(next).getByLabelText<HTMLSelectElement>('Role').value).to.equal('MEMBER');
    expect(next.querySelector('#dialog-description')?.textContent).to.contain('Jonas Weber');
  });

  it('closes the dialog when the host resets the pane', async () => {
    const mounted = await mount();
    await chooseRole(mounted, 'Ben Lindqvist', 'OWNER');
    mounted.pane.reset();
    await waitFor(() => expect(!!mounted.view.queryByRole('dialog')).to.equal(false));
    expect(writes(mounted.sandbox)).to.deep.equal([]);
  });

  it('knows what roles permit where the server lists none', async () => {
    const mounted = await mount(createSandbox().fail(listRoles, 404));
    const { open } = await chooseRole(mounted, 'Jonas Weber', 'ADMIN');
    expect(textOf(within(open).getByRole('list', { name: 'Gains' }))).to.contain('api_keys:create');
  });
});

describe('<agni-users>, removing a user', () => {
  it('says what that means, then takes the row away and leads to the next', async () => {
    const { pane, view, sandbox, press, choose, dialog, names, root, status } = await mount();
    const index = names().indexOf('Kofi Mensah');
    await choose('Kofi Mensah', 'Remove');
    const open = await dialog('Remove Kofi Mensah?');
    expect(textOf(open)).to.contain('signed out everywhere immediately');
    expect(textOf(open)).to.contain('1 day ago');
    expect(textOf(root.activeElement)).to.equal('Cancel');
    await expect(pane).to.be.accessible();
    const removed = oneEvent(pane, 'agni-user-removed');
    await press('Remove');
    expect((await removed).detail).to.include({ name: 'Kofi Mensah', role: 'ADMIN' });
    await waitFor(() => expect(names()).to.not.include('Kofi Mensah'));
    expect(status()).to.include('Kofi Mensah was removed.');
    await waitFor(() => expect(root.activeElement?.closest('tr')).to.equal(root.querySelectorAll('tbody tr')[index]));
    expect(writes(sandbox).map(({ method }) => method)).to.deep.equal(['DELETE']);
    expect(!!view.queryByRole('dialog')).to.equal(false);
  });

  it('wants an owner’s name typed, and says that one owner is left', async () => {
    const sandbox = createSandbox();
    const owner = await as(sandbox, 'owner@northwind.example');
    await owner('PATCH', `/users/${await idOf(owner, 'kofi')}`, { role: 'OWNER' });
    const { press, choose, dialog, rest, user, names } = await mount(sandbox);
    await rest();
    await choose('Kofi Mensah', 'Remove');
    const open = await dialog('Remove Kofi Mensah?');
    await within(open).findByText('This leaves one owner.');
    await press('Remove');
    await within(open).findByText("That doesn't match the name.");
    await user.fill(within(open).getByLabelText('Type the name to confirm'), 'Kofi Mensah');
    await press('Remove');
    await waitFor(() => expect(names()).to.not.include('Kofi Mensah'));
  });

  it('forgets the typed name, the error and the message when the next dialog opens', async () => {
    const sandbox = createSandbox();
    const owner = await as(sandbox, 'owner@northwind.example');
    await owner('PATCH', `/users/${await idOf(owner, 'kofi')}`, { role: 'OWNER' });
    const { pane, press, choose, dialog, rest, user, root, view, names } = await mount(sandbox);
    await rest();
    sandbox.fail(removeUser, 500, undefined, { times: 1 });
    await choose('Kofi Mensah', 'Remove');
    const first = await dialog('Remove Kofi Mensah?');
    await user.fill(within(first).getByLabelText('Type the name to confirm'), 'Kofi Mensah');
    await press('Remove');
    await within(first).findByRole('alert');
    await press('Cancel');
    await untilClosed(pane);
    await choose('Kofi Mensah', 'Remove');
    const second = await dialog('Remove Kofi Mensah?');
    expect(within(second).getByLabelText<HTMLInputElement>('Type the name to confirm').value).to.equal('');
    expect(!!within(second).queryByRole('alert')).to.equal(false);
    await press('Cancel');
    await untilClosed(pane);
    await choose('Jonas Weber', 'Remove');
    const ordinary = await dialog('Remove Jonas Weber?');
    expect(!!within(ordinary).queryByLabelText('Type the name to confirm')).to.equal(false);
    expect(!!within(ordinary).queryByText('This leaves one owner.')).to.equal(false);
    await press('Remove');
    await waitFor(() => expect(names()).to.not.include('Jonas Weber'));
    expect(textOf(root.querySelector('[part=message]'))).to.equal('Jonas Weber was removed.');
    await choose('Ben Lindqvist', 'Remove');
    await dialog('Remove Ben Lindqvist?');
    expect(textOf(root.querySelector('[part=message]'))).to.equal('');
    expect(!!view.queryByRole('alert')).to.equal(false);
  });

  it('goes back to the page before where the last row of the last page goes', async () => {
    const { press, choose, rest, names, root, view } = await mount(createSandbox({ users: 21 }));
    await rest();
    await press('Next page');
    await waitFor(() => expect(names()).to.have.length(1));
    const [last] = names();
    await choose(last ?? '', 'Remove');
    const removed = oneEvent(root.host, 'agni-user-removed');
    await press('Remove');
    await removed;
    expect(names()).to.have.length(20);
    expect(!!view.queryByText('No users match these filters.')).to.equal(false);
    await waitFor(() => expect(root.activeElement?.closest('tr')).to.equal(root.querySelector('tbody tr')));
  });

  it('counts a user who is gone already as removed (C21)', async () => {
    const { press, choose, dialog, names, pane } = await mount(createSandbox().fail(removeUser, 404));
    await choose('Kofi Mensah', 'Remove');
    await dialog('Remove Kofi Mensah?');
    const removed = oneEvent(pane, 'agni-user-removed');
    await press('Remove');
    expect((await removed).detail.name).to.equal('Kofi Mensah');
    expect(names()).to.include('Ada Osei');
  });

  it('stays where it was when the server fails', async () => {
    const { press, choose, dialog, names } = await mount(createSandbox().fail(removeUser, 500));
    await choose('Kofi Mensah', 'Remove');
    const open = await dialog('Remove Kofi Mensah?');
    await press('Remove');
    expect(textOf(await within(open).findByRole('alert'))).to.contain("The user wasn't removed.");
    expect(names()).to.include('Kofi Mensah');
  });
});

describe('<agni-users>, who may do what', () => {
  it('lets an admin change every user but owners, and says why in the menu', async () => {
    const mounted = await mount(createSandbox().as('ADMIN'));
    const { menu, pane, rest } = mounted;
    await rest();
    const description = 'Only an owner can change or remove an owner.';
    const open = await menu('Ada Osei');
    for (const name of ['Change role', 'Remove']) {
      const item = within(open).getByRole('menuitem', { name, description });
      expect(item.ariaDisabled).to.equal('true');
    }
    await expect(pane).to.be.accessible();
    const { select } = await chooseRole(mounted, 'Kofi Mensah', 'MEMBER');
    expect([...select.options].map(({ value }) => value)).to.deep.equal(['ADMIN', 'MEMBER']);
  });

  it('shows members and read-only panes everything, without menus', async () => {
    const asMember = await mount(createSandbox().as('MEMBER'));
    expect(asMember.names()).to.include('Ada Osei');
    expect(!!asMember.view.queryByRole('button', { name: /^Actions/ })).to.equal(false);
    await asMember.view.findByText('Only owners and admins can change roles or remove users.');
    const readonly = await mount(createSandbox(), html`<agni-users readonly></agni-users>`);
    expect(!!readonly.view.queryByRole('button', { name: /^Actions/ })).to.equal(false);
    await readonly.view.findByText('These settings are read-only.');
  });

  it('says what the host switched off, and is unavailable where there is no list (C20)', async () => {
    const { provider, menu, rest, pane } = await mount();
    await rest();
    provider.endpoints = { removeUser: null };
    await pane.updateComplete;
    const open = await menu('Ben Lindqvist');
    within(open).getByRole('menuitem', { name: 'Remove', description: "Users can't be removed here." });
    expect(within(open).getByRole('menuitem', { name: 'Change role' }).ariaDisabled).to.equal(null);
    provider.endpoints = { listUsers: null };
    await pane.refresh();
    await untilState((await mount(createSandbox().fail(listUsers, 404))).pane, 'unavailable');
  });

  it('shows nothing to users who may not see the list (C17)', async () => {
    const { pane } = await mount(createSandbox().fail(listUsers, 403));
    expect(pane.state).to.equal('denied');
    const disabled = await mount(createSandbox().fail(getCurrentUser, 403, 'ACCOUNT_DISABLED'));
    expect(disabled.pane.state).to.equal('denied');
  });
});

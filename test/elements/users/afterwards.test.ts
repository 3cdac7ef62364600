import { expect, nextFrame } from '@open-wc/testing';
import { resendInvitation } from '../../../src/contract/invitations.js';
import { getCurrentUser } from '../../../src/contract/me.js';
import { catchFiles } from '../../files.js';
import { untilClosed, untilState } from '../../mount.js';
import { waitFor, within } from '../../queries.js';
import { mount, textOf, withUsers } from './users-pane.js';

type Mounted = Awaited<ReturnType<typeof mount>>;

const tab = ({ view }: Mounted, name: string) => view.getByRole('tab', { name });

/** Opens the tab of the pending invitations after they have loaded. */
async function openPending(mounted: Mounted) {
  await mounted.rest();
  await mounted.user.click(tab(mounted, 'Pending invitations'));
  await mounted.view.findByRole('table', { name: 'Pending invitations' });
}

describe('<agni-users>, afterwards', () => {
  it('leaves the focus where the user went while invitations were resent', async () => {
    const mounted = await mount();
    const { sandbox, view, press, root } = mounted;
    await openPending(mounted);
    sandbox.clock.advance(10 * 24 * 3_600_000);
    window.dispatchEvent(new Event('focus'));
    await press('Resend 3 expired invitations');
    tab(mounted, 'Roles').focus();
    await view.findByText('3 invitations sent.');
    await mounted.pane.updateComplete;
    expect(root.activeElement === tab(mounted, 'Roles')).to.equal(true);
  });

  it('leaves the focus where the user went when a permission turns out to be gone', async () => {
    const mounted = await mount();
    const { sandbox, pane, root, choose } = mounted;
    await openPending(mounted);
    const body = await (await sandbox.fetch(new URL('/api/v1/users/me', location.href))).json();
    sandbox.fail(resendInvitation, 403).fail(getCurrentUser, 200, undefined, {
      body: { ...body, data: { ...body.data, role: 'MEMBER', permissions: ['users:read'] } },
    });
    const { refresh } = pane;
    const refreshed = new Promise<void>((resolve) => {
      const moveOnAndRefresh = () => {
        tab(mounted, 'Roles').focus();
        return refresh().then(resolve);
      };
      Object.assign(pane, { refresh: moveOnAndRefresh });
    });
    await choose('Nia Okafor', 'Resend');
    await refreshed; // the pane then learns of the withdrawn permission, and moves the focus
    await nextFrame();
    expect(!!mounted.view.queryByRole('button', { name: 'Actions for Nia Okafor' })).to.equal(false);
    expect(root.activeElement === tab(mounted, 'Roles')).to.equal(true);
  });

  it('takes the error of an invitation away once it was resent', async () => {
    const mounted = await mount();
    const { sandbox, view, choose } = mounted;
    await openPending(mounted);
    sandbox.fail(resendInvitation, 500, undefined, { times: 1 });
    await choose('Nia Okafor', 'Resend');
    await view.findByRole('alert');
    await choose('Nia Okafor', 'Resend');
    await view.findByText(/^New invitation sent to nia\.okafor@/);
    expect(!!view.queryByRole('alert')).to.equal(false);
  });

  it('says that one owner is left only where the removed owner can sign in', async () => {
    const owner = (first_name: string, status: 'ACTIVE' | 'DISABLED') => ({
      first_name,
      role: 'OWNER' as const,
      status,
    });
    const mounted = await mount(withUsers([owner('Ada', 'ACTIVE'), owner('Ben', 'ACTIVE'), owner('Cyd', 'DISABLED')]));
    const { rest, choose, dialog, press, pane } = mounted;
    await rest();
    await choose('Cyd', 'Remove');
    expect(textOf(await dialog('Remove Cyd?'))).not.to.contain('one owner');
    await press('Cancel');
    await untilClosed(pane);
    await choose('Ben', 'Remove');
    expect(textOf(await dialog('Remove Ben?'))).to.contain('one owner');
  });

  it('shows no number of members that is out of date after one of a filtered list was removed', async () => {
    const mounted = await mount();
    const { view, rest, search, listed, choose, dialog, press } = mounted;
    await rest();
    view.getByRole('tab', { name: 'Members', description: '8' });
    await search('kofi');
    await listed('Kofi Mensah');
    await choose('Kofi Mensah', 'Remove');
    const open = await dialog(/^Remove Kofi Mensah/);
    await mounted.user.click(within(open).getByRole('button', { name: 'Remove' }));
    await listed();
    await waitFor(() => expect(!!view.queryByRole('tab', { name: 'Members', description: '8' })).to.equal(false));
    await press('Clear filters');
    await view.findByRole('tab', { name: 'Members', description: '7' });
  });

  it('begins in the first tab for the next user', async () => {
    const mounted = await mount();
    const { pane, provider, user } = mounted;
    await mounted.rest();
    await user.click(tab(mounted, 'Roles'));
    provider.userKey = 'the next user';
    await provider.updateComplete;
    await untilState(pane, 'ready');
    expect(tab(mounted, 'Members').ariaSelected).to.equal('true');
  });

  it('shows what the page asks for, whatever the user was searching for', async () => {
    const { pane, search, field, names } = await mount();
    await search('kofi');
    await waitFor(() => expect(names()).to.deep.equal(['Kofi Mensah']));
    pane.filter = { role: 'OWNER' };
    await waitFor(() => expect(names()).to.deep.equal(['Ada Osei']));
    expect(field('Search users').value).to.equal('');
  });

  it('exports the users that the search finds, and no others', async () => {
    const { rest, search, listed, press, view } = await mount();
    await rest();
    await search('kofi');
    await listed('Kofi Mensah');
    const { restore } = catchFiles();
    try {
      await press('Export CSV');
      await view.findByText(/^1 user exported\./);
    } finally {
      restore();
    }
  });
});

import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/define/users.js';
import { listInvitations, resendInvitation, revokeInvitation } from '../../../src/contract/invitations.js';
import type { AgniUsers } from '../../../src/elements/users/agni-users.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { mount as mountPane } from '../../mount.js';
import { waitFor, within } from '../../queries.js';

const mount = async (sandbox = createSandbox(), template = html`<agni-users></agni-users>`) => {
  const mounted = await mountPane<AgniUsers>(template, sandbox);
  const { pane, view, user } = mounted;
  await user.click(view.getByRole('tab', { name: /^Pending invitations/ }));
  const list = () => waitFor(() => view.getByRole('table', { name: 'Pending invitations' }));
  const rows = () => [...(pane.shadowRoot?.querySelectorAll<HTMLElement>('tr[data-id]') ?? [])];
  const row = (name: string) =>
    rows()
      .find(({ textContent }) => textContent?.includes(name))
      ?.textContent?.replace(/\s+/g, ' ');
  const press = (name: string) => user.click(view.getByRole('button', { name }));
  /** Opens the menu of a row, and returns it. */
  const menu = async (name: string) => {
    await press(`Actions for ${name}`);
    return view.findByRole('menu', { name: `Actions for ${name}` });
  };
  const choose = async (name: string, action: 'Resend' | 'Revoke invitation') =>
    user.click(within(await menu(name)).getByRole('menuitem', { name: action }));
  return { ...mounted, list, rows, row, press, menu, choose };
};

const posts = (sandbox: Sandbox) => sandbox.requests().filter(({ method }) => method === 'POST');

/** The list after ten days, when all three invitations have expired. */
async function mountExpired() {
  const mounted = await mount();
  const { view, list, sandbox } = mounted;
  await list();
  sandbox.clock.advance(10 * 24 * 3_600_000);
  await waitFor(() => {
    window.dispatchEvent(new Event('focus')); // again, because a pending read is not repeated
    view.getByRole('button', { name: 'Resend 3 expired invitations' });
  });
  return mounted;
}

describe('pending invitations', () => {
  it('show the user, and the button of the menu, as the list of members does', async () => {
    const { rows, list, user, view } = await mount();
    const attributes = (element: Element) =>
      element
        .getAttributeNames()
        .map((name) => (/title|label|data-/.test(name) ? name : `${name}=${element.getAttribute(name)}`));
    /** Elements and attributes in the first and the last cell of a row, without badges. */
    const markup = (row: HTMLElement) =>
      [...row.querySelectorAll('th > :not(.badge), .actions > *')].map((element) => [
        element.localName,
        ...attributes(element).sort(),
      ]);
    await list();
    const [pending] = rows().map(markup);
    await user.click(view.getByRole('tab', { name: /^Members/ }));
    await waitFor(() => view.getByRole('table', { name: 'Members' }));
    const [member] = rows().map(markup);
    expect(pending).to.deep.equal(member);
    expect(member).to.have.length(4);
  });

  it('say who invited whom, when, until when, and which have expired', async () => {
    const { pane, view, list, rows, row } = await mount(createSandbox().as('ADMIN'));
    await list();
    expect(rows()).to.have.length(3);
    await waitFor(() => expect(row('Nia Okafor')).to.match(/nia.okafor@.*MEMBER.*\d{4} by you.*\d{4}/));
    expect(row('Lucía Moreno')).to.match(/Lucía Moreno Expired/);
    view.getByRole('tab', { name: /^Pending invitations/, description: '3' });
    await expect(pane).to.be.accessible();
    const owner = await mount();
    await owner.list();
    await waitFor(() => expect(owner.row('Sven Aalto')).to.contain('by Ben Lindqvist'));
  });

  it('are sent again', async () => {
    const { pane, view, sandbox, list, choose, menu } = await mount();
    await list();
    const before = oneEvent(pane, 'agni-before-resend-invitation');
    const resent = oneEvent(pane, 'agni-invitation-resent');
    await choose('Nia Okafor', 'Resend');
    expect((await before).detail).to.include({ name: 'Nia Okafor', email: 'nia.okafor@northwind.example' });
    expect((await resent).detail).to.include({ name: 'Nia Okafor', role: 'MEMBER' });
    await waitFor(() => view.getByText(/^New invitation sent to nia.okafor@northwind.example/));
    expect(sandbox.mail('nia.okafor@northwind.example')).to.have.length(1);
    await choose('Nia Okafor', 'Resend');
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.match(
      /Too many requests.*No invitation was sent/s,
    );
    const blocked = within(await menu('Nia Okafor')).getByRole('menuitem', {
      name: 'Resend',
      description: /^You can resend in \d+ seconds?\.$/,
    });
    blocked.click();
    expect(posts(sandbox)).to.have.length(2);
    await expect(pane).to.be.accessible();
  });

  it('show the message of the last action only, in the one live region of the pane (D59)', async () => {
    const { pane, view, list, choose } = await mount();
    const message = () => pane.shadowRoot?.querySelector('[part=message]')?.textContent;
    await list();
    await choose('Nia Okafor', 'Resend');
    await waitFor(() => expect(message()).to.match(/New invitation sent to nia.okafor@/));
    await choose('Nia Okafor', 'Resend');
    await waitFor(() => view.getByRole('alert'));
    expect(message()).to.equal('');
    await choose('Sven Aalto', 'Resend');
    await waitFor(() => expect(message()).to.match(/New invitation sent to sven/));
    await choose('Sven Aalto', 'Revoke invitation');
    await waitFor(() => view.getByRole('dialog'));
    expect(message()).to.equal('');
  });

  it('that have expired are sent again all at once', async () => {
    const { pane, view, sandbox, rows, press } = await mountExpired();
    await press('Resend 3 expired invitations');
    await waitFor(() => view.getByText('3 invitations sent.'));
    expect(rows().filter(({ textContent }) => textContent?.includes('Expired'))).to.be.empty;
    expect(posts(sandbox)).to.have.length(3);
    expect(pane.shadowRoot?.activeElement?.ariaLabel).to.match(/^Actions for/);
  });

  it('that the server asked to wait with are left out when the expired ones are sent again', async () => {
    const { view, sandbox, row, press, choose } = await mountExpired();
    sandbox.fail(resendInvitation, 429, 'RATE_LIMITED', { headers: { 'retry-after': '600' }, times: 1 });
    await choose('Sven Aalto', 'Resend');
    await view.findByRole('alert');
    await press('Resend 2 expired invitations');
    await view.findByText('2 invitations sent.');
    expect(row('Sven Aalto')).to.contain('Expired');
    expect(posts(sandbox)).to.have.length(3);
  });

  it('are revoked after a question, and focus moves to the next row (C21)', async () => {
    const { pane, view, sandbox, list, rows, choose } = await mount();
    await list();
    await choose('Nia Okafor', 'Revoke invitation');
    const dialog = await waitFor(() => view.getByRole('dialog', { name: 'Revoke invitation of Nia Okafor?' }));
    await expect(pane).to.be.accessible();
    const buttons = [...dialog.querySelectorAll('button')];
    expect(pane.shadowRoot?.activeElement?.textContent).to.contain('Cancel');
    const revoked = oneEvent(pane, 'agni-invitation-revoked');
    sandbox.fail(revokeInvitation, 404, 'NOT_FOUND', { times: 1 });
    buttons.at(-1)?.click();
    expect((await revoked).detail).to.include({ name: 'Nia Okafor', email: 'nia.okafor@northwind.example' });
    await waitFor(() => expect(rows()).to.have.length(2));
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.ariaLabel).to.match(/^Actions for/));
    view.getByText('The invitation of Nia Okafor was revoked.');
  });

  it('are not revoked where that fails, and nothing is said to be (C27)', async () => {
    const { view, list, rows, choose } = await mount(createSandbox().fail(revokeInvitation, 500));
    await list();
    await choose('Sven Aalto', 'Revoke invitation');
    const dialog = await waitFor(() => view.getByRole('dialog'));
    [...dialog.querySelectorAll('button')].at(-1)?.click();
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.contain("The invitation wasn't revoked.");
    expect(rows()).to.have.length(3);
  });

  it('say that the user has accepted meanwhile (C22)', async () => {
    const { view, list, choose } = await mount(createSandbox().fail(resendInvitation, 409, 'CONFLICT'));
    await list();
    await choose('Sven Aalto', 'Resend');
    await waitFor(() => view.getByText('Sven Aalto already accepted the invitation.'));
    expect(!!view.queryByRole('alert')).to.equal(false);
  });

  it('are only shown to those who may not change them, with the reason (C17)', async () => {
    const { view, list } = await mount(createSandbox().as('MEMBER'));
    await list();
    view.getByText('Only owners and admins can resend or revoke invitations.');
    expect(!!view.queryByRole('button', { name: /^Actions/ })).to.equal(false);
  });

  it('can’t be changed where the page says so', async () => {
    const readonly = await mount(createSandbox(), html`<agni-users readonly></agni-users>`);
    await readonly.list();
    readonly.view.getByText('These settings are read-only.');
    expect(readonly.view.queryByText(/Only owners and admins/)).to.equal(null);
    const { provider, list, menu } = await mount();
    provider.endpoints = { resendInvitation: null };
    await list();
    const open = await menu('Nia Okafor');
    within(open).getByRole('menuitem', { name: 'Resend', description: "Invitations can't be resent here." });
    expect(within(open).getByRole('menuitem', { name: 'Revoke invitation' }).ariaDisabled === null).to.equal(true);
  });

  it('are said not to be available where there is no such list, with nothing to try again (C20)', async () => {
    const { view } = await mount(createSandbox().fail(listInvitations, 404));
    await waitFor(() => view.getByText(/isn't available/));
    expect(!!view.queryByRole('button', { name: 'Try Again' })).to.equal(false);
  });

  it('each say why they were not sent again, where none of the expired ones was (C27)', async () => {
    const { pane, view, sandbox, rows, press } = await mountExpired();
    sandbox.fail(resendInvitation, 502, 'BAD_GATEWAY');
    await press('Resend 3 expired invitations');
    await waitFor(() => expect(view.getAllByRole('alert')).to.have.length(3));
    expect(rows().every(({ textContent }) => textContent?.includes("The email couldn't be sent."))).to.equal(true);
    await waitFor(() => view.getByText('No invitation was sent.'));
    await expect(pane).to.be.accessible();
  });

  it('show long names and those that turn letters around as they are, also in the dialog (C55)', async () => {
    const names = ['\u202eelsewhere', 'x'.repeat(10_000)];
    const data = names.map((first_name, index) => ({
      ...{ id: `i${index}`, email: `p${index}@nw.example`, status: 'PENDING', first_name },
    }));
    const body = { success: true, data, meta: { total: 2 } };
    const { pane, view, list, rows, choose } = await mount(
      createSandbox().fail(listInvitations, 200, undefined, { body }),
    );
    pane.style.inlineSize = '18rem';
    await list();
    expect(rows()[0]?.querySelector('.name bdi')).to.exist;
    expect(rows()[1]?.querySelector<HTMLElement>('.name')?.title).to.equal(names[1]);
    expect(rows()[1]?.offsetHeight).to.be.lessThan(250);
    expect(pane.scrollWidth).to.be.at.most(pane.clientWidth);
    await choose(names[0] ?? '', 'Revoke invitation');
    const dialog = await waitFor(() => view.getByRole('dialog'));
    expect(dialog.querySelector('h2 bdi bdi')).to.exist;
    await expect(pane).to.be.accessible();
  });

  it('can be loaded again where that failed, and the focus stays in the pane', async () => {
    const sandbox = createSandbox().fail(listInvitations, 500);
    const { pane, view, list, rows, press } = await mount(sandbox);
    await waitFor(() => view.getByRole('alert'));
    sandbox.fail(listInvitations, 0, undefined, { delay: 0 });
    await press('Try Again');
    expect(pane.shadowRoot?.activeElement === view.getByRole('heading', { name: 'Users' })).to.equal(true);
    await list();
    expect(rows()).to.have.length(3);
  });

  it('are listed in pages of 20', async () => {
    const item = (index: number) => ({ id: `i${index}`, email: `p${index}@nw.example`, status: 'PENDING' });
    const body = { success: true, data: Array.from({ length: 45 }, (_, index) => item(index)), meta: { total: 45 } };
    const { view, list, rows, press } = await mount(createSandbox().fail(listInvitations, 200, undefined, { body }));
    await list();
    expect(rows()).to.have.length(20);
    await press('Next page');
    view.getByText('21–40 of 45');
    expect(rows()[0]?.textContent).to.contain('p20@nw.example');
  });
});

import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/define/users.js';
import { listInvitations, resendInvitation, revokeInvitation } from '../../../src/contract/invitations.js';
import type { AgniUsers } from '../../../src/elements/users/agni-users.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { mount as mountPane } from '../../mount.js';
import { waitFor } from '../../queries.js';

const mount = async (sandbox = createSandbox(), template = html`<agni-users></agni-users>`) => {
  const mounted = await mountPane<AgniUsers>(template, sandbox);
  const { pane, view, user } = mounted;
  await user.click(view.getByRole('tab', { name: /^Pending invitations/ }));
  const list = () => waitFor(() => view.getByRole('list', { name: 'Pending invitations' }));
  const rows = () => [...(pane.shadowRoot?.querySelectorAll<HTMLElement>('[part=row][data-id]') ?? [])];
  const row = (name: string) =>
    rows()
      .find(({ textContent }) => textContent?.includes(name))
      ?.textContent?.replace(/\s+/g, ' ');
  const press = (name: string) => user.click(view.getByRole('button', { name }));
  return { ...mounted, list, rows, row, press };
};

const posts = (sandbox: Sandbox) => sandbox.requests().filter(({ method }) => method === 'POST');

/** The list after ten days, when all three of its invitations have expired. */
async function mountExpired() {
  const mounted = await mount();
  const { view, list, sandbox } = mounted;
  await list();
  sandbox.clock.advance(10 * 24 * 3_600_000);
  window.dispatchEvent(new Event('focus'));
  await waitFor(() => view.getByRole('button', { name: 'Resend 3 expired invitations' }));
  return mounted;
}

describe('pending invitations', () => {
  it('say who was invited by whom, when and until when, and which have expired', async () => {
    const { pane, view, list, rows, row } = await mount(createSandbox().as('ADMIN'));
    await list();
    expect(rows()).to.have.length(3);
    await waitFor(() => expect(row('Nia Okafor')).to.match(/MEMBER.*nia.okafor@.*invited .* by you · until /));
    expect(row('Lucía Moreno')).to.match(/Expired.*expired /);
    view.getByRole('tab', { name: /^Pending invitations/, description: '3' });
    await expect(pane).to.be.accessible();
    const owner = await mount();
    await owner.list();
    await waitFor(() => expect(owner.row('Sven Aalto')).to.contain('by Ben Lindqvist'));
  });

  it('are sent again, and the old password stops working', async () => {
    const { pane, view, sandbox, list, press } = await mount();
    await list();
    const before = oneEvent(pane, 'agni-before-resend-invitation');
    const resent = oneEvent(pane, 'agni-invitation-resent');
    await press('Resend Nia Okafor');
    expect((await before).detail).to.include({ name: 'Nia Okafor', email: 'nia.okafor@northwind.example' });
    expect((await resent).detail).to.include({ name: 'Nia Okafor', role: 'MEMBER' });
    await waitFor(() => view.getByText(/new mail was sent to nia.okafor@northwind.example/));
    expect(sandbox.mail('nia.okafor@northwind.example')).to.have.length(1);
    await press('Resend Nia Okafor');
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.match(/Too many requests.*No new mail/s);
    const button = view.getByRole('button', { name: /^Resend in \d+ s Nia Okafor$/ });
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    button.click();
    expect(posts(sandbox)).to.have.length(2);
    await expect(pane).to.be.accessible();
  });

  it('show the message of the last action only, in the one live region of the pane (D59)', async () => {
    const { pane, view, list, press } = await mount();
    const message = () => pane.shadowRoot?.querySelector('[part=message]')?.textContent;
    await list();
    await press('Resend Nia Okafor');
    await waitFor(() => expect(message()).to.match(/new mail was sent to nia.okafor@/));
    await press('Resend Nia Okafor');
    await waitFor(() => view.getByRole('alert'));
    expect(message()).to.equal('');
    await press('Resend Sven Aalto');
    await waitFor(() => expect(message()).to.match(/new mail was sent to sven/i));
    await press('Revoke invitation Sven Aalto');
    await waitFor(() => view.getByRole('dialog'));
    expect(message()).to.equal('');
  });

  it('that have expired are sent again all at once', async () => {
    const { pane, view, sandbox, rows, press } = await mountExpired();
    await press('Resend 3 expired invitations');
    await waitFor(() => view.getByText('A new mail was sent to 3 people.'));
    expect(rows().filter(({ textContent }) => textContent?.includes('Expired'))).to.be.empty;
    expect(posts(sandbox)).to.have.length(3);
    expect(pane.shadowRoot?.activeElement?.textContent).to.match(/Resend/);
  });

  it('are revoked after a question, and the focus goes to what took their place (C21)', async () => {
    const { pane, view, sandbox, list, rows, press } = await mount();
    await list();
    await press('Revoke invitation Nia Okafor');
    const dialog = await waitFor(() => view.getByRole('dialog', { name: 'Revoke invitation Nia Okafor' }));
    await expect(pane).to.be.accessible();
    const buttons = [...dialog.querySelectorAll('button')];
    expect(pane.shadowRoot?.activeElement?.textContent).to.contain('Cancel');
    const revoked = oneEvent(pane, 'agni-invitation-revoked');
    sandbox.fail(revokeInvitation, 404, 'NOT_FOUND', { times: 1 });
    buttons.at(-1)?.click();
    expect((await revoked).detail).to.include({ name: 'Nia Okafor', email: 'nia.okafor@northwind.example' });
    await waitFor(() => expect(rows()).to.have.length(2));
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.textContent).to.match(/Resend/));
    view.getByText('The invitation of Nia Okafor was revoked.');
  });

  it('are not revoked where that fails, and nothing is said to be (C27)', async () => {
    const { view, list, rows, press } = await mount(createSandbox().fail(revokeInvitation, 500));
    await list();
    await press('Revoke invitation Sven Aalto');
    const dialog = await waitFor(() => view.getByRole('dialog'));
    [...dialog.querySelectorAll('button')].at(-1)?.click();
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.contain('It was not revoked.');
    expect(rows()).to.have.length(3);
  });

  it('say that somebody has accepted meanwhile (C22)', async () => {
    const { view, list, press } = await mount(createSandbox().fail(resendInvitation, 409, 'CONFLICT'));
    await list();
    await press('Resend Sven Aalto');
    await waitFor(() => view.getByText('Sven Aalto has accepted meanwhile.'));
    expect(view.queryByRole('alert')).to.equal(null);
  });

  it('are only shown to those who may not change them, with the reason (C17)', async () => {
    const { view, list } = await mount(createSandbox().as('MEMBER'));
    await list();
    view.getByText('Only owners and admins can resend or revoke invitations.');
    expect(view.queryByRole('button', { name: /Resend|Revoke/ })).to.equal(null);
  });

  it('can’t be changed where the page says so, which isn’t for want of a role', async () => {
    const readonly = await mount(createSandbox(), html`<agni-users readonly></agni-users>`);
    await readonly.list();
    readonly.view.getByText('These settings are read-only.');
    expect(readonly.view.queryByText(/Only owners and admins/)).to.equal(null);
    const { provider, list, view } = await mount();
    provider.endpoints = { resendInvitation: null };
    await list();
    await waitFor(() => view.getByText('Invitations cannot be resent here.'));
    expect(view.queryByRole('button', { name: /^Resend/ })).to.equal(null);
    view.getByRole('button', { name: 'Revoke invitation Nia Okafor' });
  });

  it('are said not to be available where there is no such list, with nothing to try again (C20)', async () => {
    const { view } = await mount(createSandbox().fail(listInvitations, 404));
    await waitFor(() => view.getByText(/not available/));
    expect(view.queryByRole('button', { name: 'Try Again' })).to.equal(null);
  });

  it('each say why they were not sent again, where none of the expired ones was (C27)', async () => {
    const { pane, view, sandbox, rows, press } = await mountExpired();
    sandbox.fail(resendInvitation, 502, 'BAD_GATEWAY');
    await press('Resend 3 expired invitations');
    await waitFor(() => expect(view.getAllByRole('alert')).to.have.length(3));
    expect(rows().every(({ textContent }) => textContent?.includes('The mail could not be sent.'))).to.equal(true);
    await waitFor(() => view.getByText('No new mail was sent.'));
    await expect(pane).to.be.accessible();
  });

  it('show long names and those that turn letters around as they are, also in the question (C55)', async () => {
    const names = ['\u202eelsewhere', 'x'.repeat(10_000)];
    const data = names.map((first_name, index) => ({
      ...{ id: `i${index}`, email: `p${index}@nw.example`, status: 'PENDING', first_name },
    }));
    const body = { success: true, data, meta: { total: 2 } };
    const { pane, view, list, rows, press } = await mount(
      createSandbox().fail(listInvitations, 200, undefined, { body }),
    );
    pane.style.inlineSize = '18rem';
    await list();
    expect(rows()[0]?.querySelector('.name bdi bdi')).to.exist;
    expect(rows()[1]?.querySelector<HTMLElement>('.name')?.title).to.equal(names[1]);
    expect(rows()[1]?.offsetHeight).to.be.lessThan(250);
    expect(pane.scrollWidth).to.be.at.most(pane.clientWidth);
    await press(`Revoke invitation ${names[0]}`);
    const dialog = await waitFor(() => view.getByRole('dialog'));
    expect(dialog.querySelector('h2 bdi bdi')).to.exist;
    await expect(pane).to.be.accessible();
  });

  it('can be looked for again where that failed, beside members that are there', async () => {
    const sandbox = createSandbox().fail(listInvitations, 500);
    const { view, list, rows, press } = await mount(sandbox);
    await waitFor(() => view.getByRole('alert'));
    sandbox.fail(listInvitations, 0, undefined, { delay: 0 });
    await press('Try Again');
    await list();
    expect(rows()).to.have.length(3);
  });

  it('are listed by the page', async () => {
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

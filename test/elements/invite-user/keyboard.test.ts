import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/define/invite-user.js';
import type { AgniInviteUser } from '../../../src/elements/invite-user/agni-invite-user.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { key, retype, tabTo } from '../../keyboard.js';
import { mount as mountPane } from '../../mount.js';
import { waitFor } from '../../queries.js';
import { useView } from '../../views.js';

const mount = async () => {
  const sandbox = createSandbox({ seats: 100 });
  const mounted = await mountPane<AgniInviteUser>(html`<agni-invite-user></agni-invite-user>`, sandbox);
  const { pane, view } = mounted;
  await waitFor(() => view.getByText(/seats are in use/));
  const focus = () => (pane.renderRoot as ShadowRoot).activeElement;
  const button = (name: string) => waitFor(() => view.getByRole('button', { name }));
  return { ...mounted, focus, button };
};

describe('<agni-invite-user> by keyboard alone', () => {
  useView();

  it('invites one user, by Enter in the last field as by the button', async () => {
    const { pane, view, focus, button, sandbox } = await mount();
    await tabTo(view.getByLabelText('Email'));
    await retype('  Grace@NORTHWIND.example ');
    await key('Tab');
    await retype('Grace');
    await key('Tab');
    await retype('Hopper');
    const sent = oneEvent(pane, 'agni-invitation-sent');
    await key('Enter');
    await key('Enter');
    expect((await sent).detail.email.toLowerCase()).to.equal('grace@northwind.example');
    await waitFor(() => expect(focus()).to.equal(view.getByLabelText('Email')));
    await retype('ida@nw.example');
    await key('Tab');
    await retype('Ida');
    const next = oneEvent(pane, 'agni-invitation-sent');
    await tabTo(await button('Send Invitation'));
    await key(' ');
    await next;
    expect(sandbox.requests().filter(({ method }) => method === 'POST')).to.have.length(2);
  });

  it('resends an invitation', async () => {
    const { view, focus, button, pane } = await mount();
    await tabTo(view.getByLabelText('Email'));
    await retype('nia.okafor@northwind.example');
    await tabTo(await button('Resend Nia Okafor'));
    const resent = oneEvent(pane, 'agni-invitation-resent');
    await key('Enter');
    expect((await resent).detail.email).to.equal('nia.okafor@northwind.example');
    await waitFor(() => expect(focus()).to.equal(view.getByLabelText('Email')));
  });

  it('invites several: from lines to a list that is corrected, and on to the mails', async () => {
    const { view, focus, button, sandbox } = await mount();
    await tabTo(await button('Invite several people'));
    await key('Enter');
    const box = await waitFor(() => view.getByLabelText('People'));
    await waitFor(() => expect(focus()).to.equal(box));
    await retype('Ida Noddack <ida@nw.example>');
    await key('Enter');
    for (const letter of 'rosa') await key(letter);
    await tabTo(await button('Preview'));
    await key('Enter');
    const wrong = await waitFor(() => view.getByLabelText<HTMLInputElement>('Email of user 1'));
    await waitFor(() => expect(focus()).to.equal(wrong));
    expect(wrong.value).to.equal('rosa');
    await retype('rosa@nw.example');
    await key('Tab');
    await retype('Rosa');
    await key('Enter'); // sends nothing: only the button sends
    expect(sandbox.requests().filter(({ method }) => method === 'POST')).to.be.empty;
    await tabTo(await button('Send 2 invitations'));
    await key(' ');
    await waitFor(() => view.getByText('2 invitations sent.'));
    await waitFor(async () => expect(focus()).to.equal(await button('Invite more users')));
    expect(sandbox.mail('rosa@nw.example')).to.have.length(1);
  });
});

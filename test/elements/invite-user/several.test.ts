import { expect, html, nextFrame, oneEvent } from '@open-wc/testing';
import '../../../src/define/invite-user.js';
import { inviteUser } from '../../../src/contract/invitations.js';
import type { AgniInviteUser } from '../../../src/elements/invite-user/agni-invite-user.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { mount as mountPane } from '../../mount.js';
import { gate } from '../../network.js';
import { waitFor } from '../../queries.js';

const mount = async (sandbox = createSandbox({ seats: 100 })) => {
  const mounted = await mountPane<AgniInviteUser>(html`<agni-invite-user></agni-invite-user>`, sandbox);
  const { pane, view, user } = mounted;
  const press = (name: string | RegExp) => user.click(view.getByRole('button', { name }));
  const field = (label: string) => view.getByLabelText<HTMLInputElement>(label);
  await waitFor(() => view.getByText(/seats are in use|seats .* are taken/));
  await press('Invite several people');
  await waitFor(() => field('People'));
  const preview = async (text: string) => {
    await user.fill(field('People'), text);
    await press('Preview');
    await waitFor(() => view.getByRole('table'));
  };
  const send = () => press(/^Send \d+ invitations?$/);
  const rows = () => [...(pane.shadowRoot?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];
  const cells = (selector: string) => rows().map((row) => row.querySelector(selector)?.textContent?.trim());
  const errors = () => cells('.error');
  const statuses = () => cells('[data-key=status]');
  const focused = () => pane.shadowRoot?.activeElement;
  const summary = (text: string) => view.findByText(text);
  return { ...mounted, press, field, preview, send, rows, errors, statuses, focused, summary };
};

const posts = (sandbox: Sandbox) => sandbox.requests().filter(({ method }) => method === 'POST');
const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `User ${index} <user.${index}@northwind.example>`);

describe('inviting several users', () => {
  it('sends 45 of 50, and leaves the 5 wrong rows with their errors to be corrected and sent', async () => {
    const { pane, view, user, sandbox, press, field, preview, send, errors, statuses, focused, summary } =
      await mount();
    expect(focused()).to.equal(field('People'));
    const wrong = [
      'Not an address',
      'Out Side <out@elsewhere.example>',
      'Mara Duarte <member@northwind.example>',
      'Twice Over <user.7@northwind.example>',
      `${'x'.repeat(81)} Long <long@northwind.example>`,
    ];
    await preview([...lines(45), ...wrong].join('\n'));
    expect(pane.dirty).to.equal(true);
    await summary('45 invitations are ready to send. 5 rows need a fix.');
    await waitFor(() => expect(errors()[4]).to.be.a('string'));
    // In the order of discovery: the existing users may be known later than the other errors.
    expect(errors().slice(0, 6)).to.have.members([
      'Enter a full email address, such as nia@northwind.example.',
      "This domain isn't allowed.",
      'Already a user of this workspace.',
      'This email is already in the list.',
      'Use at most 80 characters.',
      undefined,
    ]);
    view.getByText(/You can only invite addresses at/);
    expect(statuses().slice(4, 6)).to.deep.equal(['Fix', 'Ready']);
    await expect(pane).to.be.accessible();
    const seen = new Set<string>();
    const sent: string[] = [];
    pane.addEventListener('agni-invitation-sent', ({ detail }) => {
      sent.push(detail.email);
      seen.add(`${view.getAllByRole('status').map(({ textContent }) => textContent)}`);
    });
    await send();
    await summary('45 invitations sent. 5 rows need a fix.');
    expect([...seen].some((text) => text.includes('12 of 45 done'))).to.equal(true);
    expect(sent).to.have.length(45);
    expect(posts(sandbox)).to.have.length(45);
    expect(statuses().slice(0, 7)).to.deep.equal(['Fix', 'Fix', 'Fix', 'Fix', 'Fix', 'Sent', 'Sent']);
    await expect(pane).to.be.accessible();

    for (let row = 1; row <= 5; row++) {
      await user.fill(field(`Email of user ${row}`), `corrected.${row}@nw.example`);
      await user.fill(field(`First name of user ${row}`), `Name ${row}`);
    }
    expect(errors().some(Boolean)).to.equal(false);
    await send();
    await summary('50 invitations sent.');
    expect(pane.dirty).to.equal(false);
    expect(new Set(statuses())).to.deep.equal(new Set(['Sent']));
    expect(sandbox.mail('corrected.1@nw.example')).to.have.length(1);
    await waitFor(() => expect(focused()).to.equal(view.getByRole('button', { name: 'Invite more users' })));
    await expect(pane).to.be.accessible();
    await press('Invite more users');
    expect(field('People').value).to.equal('');
    expect(focused()).to.equal(field('People'));
    await press('Invite one user');
    field('Email');
  });

  describe('whose addresses turn out later to be those of users', () => {
    /** A preview before the users are known, which happens when `users` opens. The last row has the address of one. */
    const previewBeforeUsers = async () => {
      const users = gate();
      const sandbox = createSandbox({ seats: 100 });
      const fetch: Sandbox['fetch'] = async (input, init) => {
        const { pathname, search } = new URL((input as Request).url);
        if (pathname.endsWith('/users') && search === '?limit=100&offset=0') await users.passed;
        return sandbox.fetch(input, init);
      };
      const mounted = await mount({ ...sandbox, fetch });
      await mounted.preview([...lines(2), 'Mara Duarte <member@northwind.example>'].join('\n'));
      await mounted.summary('3 invitations are ready to send.');
      await waitFor(() => expect(mounted.focused()).to.equal(mounted.field('Email of user 1')));
      return { ...mounted, users };
    };

    it('moves their rows to the top, and the focus with them unless it has left the table', async () => {
      const { field, focused, statuses, users } = await previewBeforeUsers();
      users.open();
      await waitFor(() => expect(statuses()).to.deep.equal(['Fix', 'Ready', 'Ready']));
      await waitFor(() => expect(focused()).to.equal(field('Email of user 1')));
      expect(field('Email of user 1').value).to.equal('member@northwind.example');
      const left = await previewBeforeUsers();
      const button = left.view.getByRole('button', { name: 'Edit list' });
      button.focus();
      left.users.open();
      await waitFor(() => expect(left.statuses()).to.deep.equal(['Fix', 'Ready', 'Ready']));
      await left.pane.updateComplete;
      expect(left.focused()).to.equal(button);
    });

    it('leaves the rows in their places where the user has begun to correct them', async () => {
      const { user, field, statuses, summary, users } = await previewBeforeUsers();
      await user.fill(field('First name of user 2'), 'Bo');
      users.open();
      await summary('2 invitations are ready to send. 1 row needs a fix.');
      await nextFrame(); // after any sorting
      expect(statuses()).to.deep.equal(['Ready', 'Ready', 'Fix']);
    });
  });

  it('reads a table with headings, and invites only the addresses of its email column (D38)', async () => {
    const { sandbox, preview, send, rows, summary } = await mount();
    await preview(
      [
        'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Recovery Email,Manager Email',
        '"Nia, Ada",Okafor,nia@northwind.example,Welcome,nia@home.example,chief@northwind.example',
        'Bo,Li,bo@northwind.example,"Pass\nword",bo@home.example,chief@northwind.example',
      ].join('\r\n'),
    );
    await summary('2 invitations are ready to send.');
    expect(rows()).to.have.length(2);
    await send();
    await summary('2 invitations sent.');
    expect(posts(sandbox).map(({ body }) => body)).to.deep.equal([
      { email: 'nia@northwind.example', first_name: 'Nia, Ada', last_name: 'Okafor', role: 'MEMBER' },
      { email: 'bo@northwind.example', first_name: 'Bo', last_name: 'Li', role: 'MEMBER' },
    ]);
  });

  it('replaces the text by the preview, and counts what is sent on the button (D47)', async () => {
    const { view, user, field, preview, press } = await mount();
    await preview([...lines(2), 'Out Side <out@elsewhere.example>'].join('\n'));
    expect(view.queryByLabelText('People')).to.equal(null);
    const button = view.getByRole('button', { name: 'Send 2 invitations' });
    await user.fill(field('Email of user 1'), 'in@northwind.example');
    expect(button.textContent).to.contain('Send 3 invitations');
    await press('Remove User 0');
    await press('Remove User 1');
    expect(button.textContent).to.contain('Send 1 invitation');
    await user.fill(field('Email of user 1'), 'out@elsewhere.example');
    expect(button.textContent).to.contain('Send 1 invitation');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
  });

  it('shows the status and the Remove button of a row in cells of their own, at any width (D47)', async () => {
    const { pane, preview, rows } = await mount();
    await preview(lines(1).join('\n'));
    for (const width of ['1000px', '640px', '320px']) {
      pane.style.width = width;
      const [row] = rows();
      const boxes = [...(row?.querySelectorAll('th, td') ?? [])].map((cell) => cell.getBoundingClientRect());
      for (const [index, box] of boxes.entries()) {
        expect(box.width, width).to.be.above(20);
        const overlap = boxes.find(
          (other, at) =>
            at > index &&
            Math.min(other.right, box.right) - Math.max(other.left, box.left) > 1 &&
            Math.min(other.bottom, box.bottom) - Math.max(other.top, box.top) > 1,
        );
        expect(overlap, `${width}, cell ${index}`).to.equal(undefined);
      }
    }
  });

  it('leads back to the text, with what was corrected, removed and sent, and to the same preview again (D47)', async () => {
    const { view, user, sandbox, press, field, preview, send, statuses, summary } = await mount();
    sandbox.fail(inviteUser, 502, 'BAD_GATEWAY', { times: 1 });
    await preview(['Retry Me <retry@nw.example>', 'Ada <ada@nw.example>', 'Out <out@elsewhere.example>'].join('\n'));
    await press('Remove Out');
    await send();
    await summary('1 invitation sent. 1 row can be retried.');
    await user.fill(field('First name of user 1'), 'Nia, Ada');
    await user.choose(field('Role of user 1'), 'ADMIN');
    await press('Edit list');
    expect(field('People').value).to.equal('Nia, Ada Me <retry@nw.example>');
    await press('Preview');
    expect(view.queryByText(/No users found/)).to.equal(null);
    expect(field('First name of user 1').value).to.equal('Nia, Ada');
    expect(field('Role of user 1').value).to.equal('ADMIN');
    expect(statuses()).to.deep.equal(['Ready', 'Sent']);
    await press('Edit list');
    await user.fill(field('People'), `${field('People').value}\nBo Li <bo@nw.example>`);
    await press('Preview');
    await summary('1 invitation sent. 2 invitations are ready to send.');
    await send();
    await summary('3 invitations sent.');
    expect(sandbox.mail('bo@nw.example')).to.have.length(1);
    expect(posts(sandbox).at(-2)?.body).to.include({ first_name: 'Nia, Ada', role: 'ADMIN' });
  });

  it('refuses a name that holds an address (D37)', async () => {
    const { user, field, preview, errors } = await mount();
    await preview('Nia <nia@northwind.example>');
    await user.fill(field('First name of user 1'), 'and bo@northwind.example');
    await waitFor(() => expect(errors()).to.deep.equal(["A name can't contain an email address."]));
  });

  it('says when a text holds no user', async () => {
    const { view, user, press, field, focused } = await mount();
    await user.fill(field('People'), ' \n ');
    await press('Preview');
    await waitFor(() => view.getByText('No users found. Enter at least one email.'));
    expect(focused()).to.equal(field('People'));
    await user.fill(field('People'), 'N');
    expect(view.queryByText(/No users found/)).to.equal(null);
  });

  it('removes rows one after another by keyboard', async () => {
    const { view, field, press, preview, rows, focused } = await mount();
    await preview(lines(3).join('\n'));
    expect(focused()).to.equal(field('Email of user 1'));
    await press('Remove User 1');
    await waitFor(() => expect(rows()).to.have.length(2));
    await waitFor(() => expect(focused()).to.equal(view.getByRole('button', { name: 'Remove User 2' })));
    await press('Remove User 2');
    await waitFor(() => expect(focused()).to.equal(view.getByRole('button', { name: 'Remove User 0' })));
    await press('Remove User 0');
    await waitFor(() => expect(focused()).to.equal(field('People')));
  });

  it('stops after the invitation under way, and continues from there', async () => {
    const { pane, sandbox, press, preview, send, statuses, summary } = await mount();
    await preview(lines(5).join('\n'));
    const begun = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    let count = 0;
    pane.addEventListener('agni-before-send-invitation', ({ detail }) => {
      if (++count !== 2) return;
      detail.waitUntil(held.promise);
      begun.resolve();
    });
    await send();
    await begun.promise;
    await press('Stop');
    held.resolve();
    await summary('Stopped. The remaining invitations were not sent.');
    expect(posts(sandbox)).to.have.length(2);
    expect(statuses()).to.deep.equal(['Ready', 'Ready', 'Ready', 'Sent', 'Sent']);
    await send();
    await summary('5 invitations sent.');
    expect(posts(sandbox)).to.have.length(5);
  });

  it('counts the used seats again when the list is discarded while an invitation is under way', async () => {
    const sandbox = createSandbox({ seats: 12 });
    const [stored, answered] = [gate(), gate()];
    const fetch: Sandbox['fetch'] = async (input, init) => {
      const response = await sandbox.fetch(input, init);
      if ((input as Request).method !== 'POST') return response;
      stored.open();
      await answered.passed;
      return response;
    };
    const { pane, view, preview, send } = await mount({ ...sandbox, fetch });
    await preview(lines(3).join('\n'));
    view.getByText(/Only 2 seats are left/);
    await send();
    await stored.passed;
    pane.reset();
    answered.open();
    await view.findByLabelText('People');
    await preview(lines(3).join('\n'));
    await view.findByText(/Only 1 seat is left/);
  });

  it('ends when the seats are taken, and says so (C19)', async () => {
    const { view, sandbox, preview, send, statuses } = await mount();
    await preview(lines(3).join('\n'));
    sandbox.fail(inviteUser, 403, 'MEMBER_LIMIT_REACHED', { details: { max_members: 100 } });
    await send();
    const alert = await waitFor(() => view.getByRole('alert'));
    expect(alert.textContent).to.match(/Sending stopped\. All 100 seats .* are taken\./);
    expect(posts(sandbox)).to.have.length(1);
    expect(statuses()).to.deep.equal(['Retry', 'Ready', 'Ready']);
  });

  it('says before sending that there are more users than seats, and sends nothing where no seat is left', async () => {
    const few = await mount(createSandbox({ seats: 12 }));
    await few.preview(lines(3).join('\n'));
    few.view.getByText(/Only 2 seats are left/);
    const none = await mount(createSandbox({ seats: 10 }));
    await none.preview(lines(3).join('\n'));
    none.view.getByText(/All 10 seats .* are taken/);
    await none.send();
    expect(posts(none.sandbox)).to.be.empty;
  });

  it('stops for as long as the server asks, and repeats nothing by itself (C25)', async () => {
    const headers = { 'retry-after': '300' };
    const { provider, pane, view, sandbox, preview, send, rows } = await mount(
      createSandbox({ seats: 100 }).fail(inviteUser, 429, 'RATE_LIMITED', { headers }),
    );
    await preview(lines(3).join('\n'));
    await send();
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.contain('in 300 seconds');
    view.getByText(/You can send the remaining invitations in \d+ s/);
    const button = view.getByRole('button', { name: 'Send 3 invitations' });
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    await send();
    provider.append(pane); // a pane that is moved waits on
    pane.requestUpdate();
    await pane.updateComplete;
    view.getByText(/You can send the remaining invitations in \d+ s/);
    await send();
    expect(posts(sandbox)).to.have.length(1);
    expect(rows()).to.have.length(3);
  });

  it('asks the host page for each user, and sends what the page allows', async () => {
    const { pane, sandbox, preview, send, errors, statuses, summary } = await mount();
    await preview(lines(3).join('\n'));
    pane.addEventListener('agni-before-send-invitation', (event) => {
      if (event.detail.email.startsWith('user.1@')) event.preventDefault();
    });
    await send();
    await summary('2 invitations sent. 1 row can be retried.');
    expect(posts(sandbox)).to.have.length(2);
    expect(statuses()).to.deep.equal(['Retry', 'Sent', 'Sent']);
    expect(errors()[0]).to.match(/this (page|site)/);
  });

  it('keeps a row whose email could not be sent, and sends it again unchanged (C27)', async () => {
    const sandbox = createSandbox({ seats: 100 }).fail(inviteUser, 502, 'BAD_GATEWAY', { times: 1 });
    const { preview, send, errors, summary } = await mount(sandbox);
    await preview(lines(2).join('\n'));
    await send();
    await summary('1 invitation sent. 1 row can be retried.');
    expect(errors()[0]).to.match(/couldn't send the email/);
    await send();
    await summary('2 invitations sent.');
  });

  it('shows one error for an address that was invited meanwhile (C22)', async () => {
    const { pane, sandbox, preview, send, errors, summary } = await mount();
    await preview(lines(1).join('\n'));
    await summary('1 invitation is ready to send.');
    pane.addEventListener('agni-before-send-invitation', ({ detail }) => {
      const body = { email: 'User.0@northwind.example', first_name: 'Other', last_name: 'User' };
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      detail.waitUntil(sandbox.fetch(new URL('/api/v1/users/invite', location.href), init).then(() => undefined));
    });
    await send();
    await summary('1 row needs a fix.');
    expect(errors()).to.deep.equal(['Already invited.']);
  });

  it('takes 500 lines, shows them by the page, and takes corrections', async () => {
    const { user, press, field, preview, rows, summary } = await mount();
    await preview(lines(500).join('\n'));
    await summary('500 invitations are ready to send.');
    expect(rows()).to.have.length(20);
    await user.fill(field('Email of user 1'), 'other@nw.example');
    await press('Next page');
    field('Email of user 21');
    await press('Next page');
    field('Email of user 41');
  });

  it('loses nothing by a look at the other form, and everything by discarding (C38)', async () => {
    const { pane, view, user, press, field, preview } = await mount();
    await preview('Nia Two <nia.two@nw.example>');
    await user.fill(field('Last name of user 1'), 'الأندلسي');
    await press('Invite one user');
    await user.fill(field('First Name'), 'Grace');
    await press('Invite several people');
    expect(field('Last name of user 1').value).to.equal('الأندلسي');
    await press('Edit list');
    await user.fill(field('People'), 'half a line');
    await press('Invite one user');
    await press('Invite several people');
    expect(field('People').value).to.equal('half a line');
    pane.reset();
    await pane.updateComplete;
    expect(field('People').value).to.equal('');
    expect(view.queryByRole('table')).to.equal(null);
    expect(pane.dirty).to.equal(false);
  });

  it('reports unsaved changes to the host page', async () => {
    const { pane, preview } = await mount();
    const reported = oneEvent(pane, 'agni-dirty-change');
    await preview(lines(1).join('\n'));
    expect((await reported).detail).to.deep.equal({ dirty: true });
  });
});

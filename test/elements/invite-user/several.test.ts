import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/define/invite-user.js';
import { inviteUser } from '../../../src/contract/invitations.js';
import type { AgniInviteUser } from '../../../src/elements/invite-user/agni-invite-user.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { mount as mountPane } from '../../mount.js';
import { waitFor } from '../../queries.js';

const mount = async (sandbox = createSandbox({ seats: 100 })) => {
  const mounted = await mountPane<AgniInviteUser>(html`<agni-invite-user></agni-invite-user>`, sandbox);
  const { pane, view, user } = mounted;
  const press = (name: string | RegExp) => user.click(view.getByRole('button', { name }));
  await waitFor(() => view.getByText(/seats (are in use|of this plan are taken)/));
  await press('Invite several people');
  const people = await waitFor(() => view.getByLabelText<HTMLTextAreaElement>('People'));
  const preview = async (text: string) => {
    await user.fill(people, text);
    await press('Preview');
  };
  const send = () => press('Send Invitations');
  const rows = () => [...(pane.shadowRoot?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];
  const errors = () => rows().map((row) => row.querySelector('.error')?.textContent?.trim());
  return { ...mounted, press, people, preview, send, rows, errors };
};

const posts = (sandbox: Sandbox) => sandbox.requests().filter(({ method }) => method === 'POST');
const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `Person ${index} <person.${index}@northwind.example>`);

describe('inviting several people', () => {
  it('sends 45 of 50, and leaves the 5 bad rows with their reasons to be corrected and sent', async () => {
    const { pane, view, user, sandbox, press, preview, send, rows, errors } = await mount();
    expect(pane.shadowRoot?.activeElement?.id).to.equal('users');
    const bad = [
      'Not an address',
      'Out Side <out@elsewhere.example>',
      'Mara Duarte <member@northwind.example>',
      'Twice Over <person.7@northwind.example>',
      `${'x'.repeat(81)} Long <long@northwind.example>`,
    ];
    await preview([...lines(45), ...bad].join('\n'));
    expect(pane.dirty).to.equal(true);
    await waitFor(() => view.getByText('45 people can be invited. 5 rows need attention.'));
    await waitFor(() => expect(errors()[4]).to.be.a('string'));
    // In the order they were found out: who is a member already may be known a moment later.
    expect(errors().slice(0, 6)).to.have.members([
      'Enter a full e-mail address, such as nia@northwind.example.',
      'Not an allowed domain. Allowed: northwind.example, nw.example',
      'Already a member of this workspace.',
      'This address is in the list already.',
      'Use at most 80 characters.',
      undefined,
    ]);
    await expect(pane).to.be.accessible();
    const seen = new Set<string>();
    const sent: string[] = [];
    pane.addEventListener('agni-invitation-sent', ({ detail }) => {
      sent.push(detail.email);
      seen.add(
        view
          .getAllByRole('status')
          .map(({ textContent }) => textContent)
          .join(),
      );
    });
    await send();
    await waitFor(() => view.getByText('45 invitations were sent. 5 rows need attention.'), { timeout: 20_000 });
    expect([...seen].some((text) => /12 of 45/.test(text))).to.equal(true);
    expect(sent).to.have.length(45);
    expect(posts(sandbox)).to.have.length(45);
    expect(rows()).to.have.length(5);
    expect(errors().every(Boolean)).to.equal(true);
    await expect(pane).to.be.accessible();

    for (let row = 1; row <= 5; row++) {
      await user.fill(view.getByLabelText(`Email of person ${row}`), `corrected.${row}@nw.example`);
      await user.fill(view.getByLabelText(`First name of person ${row}`), `Name ${row}`);
    }
    expect(errors().some(Boolean)).to.equal(false);
    await send();
    await waitFor(() => view.getByText('50 invitations were sent.'), { timeout: 20_000 });
    expect(pane.dirty).to.equal(false);
    expect(rows()).to.be.empty;
    expect(sandbox.mail('corrected.1@nw.example')).to.have.length(1);
    expect(pane.shadowRoot?.activeElement?.id).to.equal('users');
    await press('Invite one person');
    view.getByLabelText('Email');
  });

  it('reads a table with headings, and invites only the addresses of its column for them (D38)', async () => {
    const { view, sandbox, preview, send, rows } = await mount();
    await preview(
      [
        'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Recovery Email,Manager Email',
        '"Nia, Ada",Okafor,nia@northwind.example,Welcome,nia@home.example,chief@northwind.example',
        'Bo,Li,bo@northwind.example,"Pass\nword",bo@home.example,chief@northwind.example',
      ].join('\r\n'),
    );
    await waitFor(() => view.getByText('2 people can be invited.'));
    expect(rows()).to.have.length(2);
    await send();
    await waitFor(() => view.getByText('2 invitations were sent.'));
    expect(posts(sandbox).map(({ body }) => body)).to.deep.equal([
      { email: 'nia@northwind.example', first_name: 'Nia, Ada', last_name: 'Okafor', role: 'MEMBER' },
      { email: 'bo@northwind.example', first_name: 'Bo', last_name: 'Li', role: 'MEMBER' },
    ]);
  });

  it('says nothing of an empty text above a list, and leads to the list (D47)', async () => {
    const { pane, view, user, people, press, preview, rows } = await mount();
    await preview(lines(3).join('\n'));
    await user.click(people);
    await press('Preview');
    await waitFor(() => expect(pane.shadowRoot?.activeElement).to.equal(view.getByLabelText('Email of person 1')));
    expect(view.queryByText(/Nobody could be found/)).to.equal(null);
    expect(rows()).to.have.length(3);
  });

  it('refuses a name that holds an address (D37)', async () => {
    const { view, user, preview, errors } = await mount();
    await preview('Nia <nia@northwind.example>');
    await user.fill(view.getByLabelText('First name of person 1'), 'and bo@northwind.example');
    await waitFor(() => expect(errors()).to.deep.equal(["A name can't contain an email address."]));
  });

  it('says when nobody can be found in a text', async () => {
    const { pane, view, preview } = await mount();
    await preview(' \n ');
    await waitFor(() => view.getByText(/Nobody could be found/));
    expect(pane.shadowRoot?.activeElement?.id).to.equal('users');
  });

  it('takes rows out, one after another by keyboard', async () => {
    const { pane, user, view, preview, rows } = await mount();
    await preview(lines(3).join('\n'));
    expect(pane.shadowRoot?.activeElement).to.equal(view.getByLabelText('Email of person 1'));
    await user.click(view.getByRole('button', { name: 'Remove Person 1' }));
    await waitFor(() => expect(rows()).to.have.length(2));
    await waitFor(() =>
      expect(pane.shadowRoot?.activeElement).to.equal(view.getByRole('button', { name: 'Remove Person 2' })),
    );
  });

  it('can be stopped and goes on where it was', async () => {
    const { pane, view, sandbox, press, preview, send, rows } = await mount();
    await preview(lines(5).join('\n'));
    const second = new Promise<void>((resolve) => {
      let count = 0;
      pane.addEventListener('agni-before-send-invitation', () => {
        count++;
        if (count === 2) resolve();
      });
    });
    await send();
    await second;
    await press('Stop');
    await waitFor(() => view.getByText(/^Stopped/));
    expect(posts(sandbox)).to.have.length(2);
    expect(rows()).to.have.length(3);
    await send();
    await waitFor(() => view.getByText('5 invitations were sent.'));
  });

  it('ends where the seats do, and says so (C19)', async () => {
    const sandbox = createSandbox({ seats: 100 });
    const { view, preview, send, rows } = await mount(sandbox);
    await preview(lines(3).join('\n'));
    sandbox.fail(inviteUser, 403, 'MEMBER_LIMIT_REACHED', { details: { max_members: 100 } });
    await send();
    const alert = await waitFor(() => view.getByRole('alert'));
    expect(alert.textContent).to.contain('All 100 seats of this plan are taken.');
    expect(posts(sandbox)).to.have.length(1);
    expect(rows()).to.have.length(3);
  });

  it('says beforehand that there are more people than seats, and nothing is sent where there is none', async () => {
    const few = await mount(createSandbox({ seats: 12 }));
    await few.preview(lines(3).join('\n'));
    few.view.getByText(/Only 2 seats of this plan are left/);
    const none = await mount(createSandbox({ seats: 10 }));
    await none.preview(lines(3).join('\n'));
    none.view.getByText(/All 10 seats of this plan are taken/);
    await none.send();
    expect(posts(none.sandbox)).to.be.empty;
  });

  it('stops where the server asks for patience, and repeats nothing by itself (C25)', async () => {
    const headers = { 'retry-after': '30' };
    const sandbox = createSandbox({ seats: 100 }).fail(inviteUser, 429, 'RATE_LIMITED', { headers });
    const { view, preview, send, rows } = await mount(sandbox);
    await preview(lines(3).join('\n'));
    await send();
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.contain('in 30 seconds');
    view.getByText(/You can go on in \d+ s/);
    expect(view.getByRole('button', { name: 'Send Invitations' }).getAttribute('aria-disabled')).to.equal('true');
    await send();
    expect(posts(sandbox)).to.have.length(1);
    expect(rows()).to.have.length(3);
  });

  it('asks the host for each person, and goes on with those it allows', async () => {
    const { pane, view, sandbox, preview, send, errors } = await mount();
    await preview(lines(3).join('\n'));
    pane.addEventListener('agni-before-send-invitation', (event) => {
      if (event.detail.email.startsWith('person.1@')) event.preventDefault();
    });
    await send();
    await waitFor(() => view.getByText('2 invitations were sent. 1 row needs attention.'));
    expect(posts(sandbox)).to.have.length(2);
    expect(errors()).to.deep.equal(['Blocked by this site.']);
  });

  it('keeps a row whose mail could not be sent, and sends it again unchanged (C27)', async () => {
    const sandbox = createSandbox({ seats: 100 }).fail(inviteUser, 502, 'BAD_GATEWAY', { times: 1 });
    const { view, preview, send, errors } = await mount(sandbox);
    await preview(lines(2).join('\n'));
    await send();
    await waitFor(() => view.getByText('1 invitation was sent. 1 row needs attention.'));
    expect(errors()).to.deep.equal(['The mail could not be sent. Try again in a moment.']);
    await send();
    await waitFor(() => view.getByText('2 invitations were sent.'));
  });

  it('counts somebody whom the server turned out to know once, and says it once (C22)', async () => {
    const sandbox = createSandbox({ seats: 100 });
    const { pane, view, preview, send, errors } = await mount(sandbox);
    await preview(lines(1).join('\n'));
    await waitFor(() => view.getByText('1 person can be invited.'));
    pane.addEventListener('agni-before-send-invitation', ({ detail }) => {
      const body = { email: 'Person.0@northwind.example', first_name: 'Some', last_name: 'Body' };
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      detail.waitUntil(sandbox.fetch(new URL('/api/v1/users/invite', location.href), init).then(() => undefined));
    });
    await send();
    await waitFor(() => view.getByText('1 row needs attention.'));
    expect(errors()).to.deep.equal(['Invited already.']);
  });

  it('takes 500 lines without a halt, and a key in them too', async () => {
    const { view, user, preview, rows } = await mount();
    const start = performance.now();
    await preview(lines(500).join('\n'));
    await waitFor(() => view.getByText(/500 people can be invited/));
    expect(performance.now() - start).to.be.below(1000);
    expect(rows()).to.have.length(20);
    const before = performance.now();
    await user.fill(view.getByLabelText('Email of person 1'), 'somebody@nw.example');
    expect(performance.now() - before).to.be.below(200);
    await user.click(view.getByRole('button', { name: 'Next page' }));
    view.getByLabelText('Email of person 21');
  });

  it('loses nothing by a look at the other form, and everything by discarding (C38)', async () => {
    const { pane, view, user, press, preview, rows } = await mount();
    await preview('Nia Two <nia.two@nw.example>');
    await user.fill(view.getByLabelText('Last name of person 1'), 'الأندلسي');
    await user.fill(view.getByLabelText('People'), 'half a line');
    await press('Invite one person');
    await user.fill(view.getByLabelText('First Name'), 'Grace');
    await press('Invite several people');
    expect(view.getByLabelText<HTMLInputElement>('Last name of person 1').value).to.equal('الأندلسي');
    expect(view.getByLabelText<HTMLTextAreaElement>('People').value).to.equal('half a line');
    pane.reset();
    await pane.updateComplete;
    expect(rows()).to.be.empty;
    expect(pane.dirty).to.equal(false);
  });

  it('tells the host that something would be lost', async () => {
    const { pane, preview } = await mount();
    const told = oneEvent(pane, 'agni-dirty-change');
    await preview(lines(1).join('\n'));
    expect((await told).detail).to.deep.equal({ dirty: true });
  });
});

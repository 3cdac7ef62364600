import { expect, html, nextFrame, oneEvent } from '@open-wc/testing';
import '../../../src/define/invite-user.js';
import { inviteUser, listInvitations, resendInvitation } from '../../../src/contract/invitations.js';
import { getOrganization } from '../../../src/contract/organization.js';
import type { AgniInviteUser } from '../../../src/elements/invite-user/agni-invite-user.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { everythingIn, mount as mountPane, user } from '../../mount.js';
import { gate } from '../../network.js';
import { waitFor } from '../../queries.js';

const mount = async (sandbox = createSandbox(), template = html`<agni-invite-user></agni-invite-user>`) => {
  const mounted = await mountPane<AgniInviteUser>(template, sandbox);
  const { view, user } = mounted;
  const field = (label: string) => view.getByLabelText<HTMLInputElement>(label);
  const send = () => user.click(view.getByRole('button', { name: 'Send Invitation' }));
  const type = async (email: string, first = 'Grace', last = 'Hopper') => {
    await user.fill(field('Email'), email);
    field('Email').dispatchEvent(new Event('change', { bubbles: true }));
    await user.fill(field('First Name'), first);
    await user.fill(field('Last Name'), last);
  };
  // The data about addresses is loaded when the seats are shown.
  const known = () => waitFor(() => view.getByText(/of 12 seats are in use/));
  /** Waits until a sentence is shown, which may contain markup. */
  const says = (sentence: RegExp | string) =>
    waitFor(() => expect(textIn(mounted.pane)).to.match(typeof sentence === 'string' ? literal(sentence) : sentence));
  return { ...mounted, field, send, type, known, says };
};

const textIn = (pane: AgniInviteUser) => pane.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
const literal = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

const posts = (sandbox: Sandbox) => sandbox.requests().filter(({ method }) => method === 'POST');
const email = 'grace@northwind.example';

/** A sandbox whose network loses the answers to writes. */
const losingAnswers = (sandbox = createSandbox()): Sandbox => ({
  ...sandbox,
  fetch: async (input, init) => {
    const response = await sandbox.fetch(input, init);
    if (new Request(input, init).method === 'POST') throw new TypeError('connection reset');
    return response;
  },
});

/** A sandbox whose answers to writes arrive once `answer` is opened. */
const delayingAnswers = () => {
  const answer = gate();
  const sandbox = createSandbox();
  const fetch: Sandbox['fetch'] = async (input, init) => {
    const request = new Request(input, init);
    const response = await sandbox.fetch(request);
    if (request.method === 'POST') await answer.passed;
    return response;
  };
  return { answer, sandbox: { ...sandbox, fetch } };
};

describe('<agni-invite-user>', () => {
  it('removes the success message when the next invitation fails (D59)', async () => {
    const { pane, sandbox, view, send, type } = await mount();
    const message = () => pane.shadowRoot?.querySelector('[part=message]')?.textContent;
    await type(email);
    await send();
    await waitFor(() => expect(message()).to.contain(`Invitation sent to ${email}`));
    sandbox.fail(inviteUser, 500, undefined, { times: 1 });
    await type('next@northwind.example', 'Next', 'Person');
    await send();
    await waitFor(() => view.getByRole('alert'));
    expect(message()).to.equal('');
    await send();
    await waitFor(() => expect(message()).to.contain('Invitation sent to next@northwind.example'));
    expect(view.queryByRole('alert')).to.equal(null);
  });

  it('shows the refusal of an address at no other address, typed while the invitation was sent', async () => {
    const { answer, sandbox } = delayingAnswers();
    const { view, user, field, send, type } = await mount(sandbox);
    await type('member@northwind.example');
    await send();
    await waitFor(() => view.getByText('Sending…'));
    await user.fill(field('Email'), email);
    answer.open();
    await waitFor(() => expect(view.getByRole('alert').textContent?.trim()).to.match(/^No invitation was sent/));
    expect(field('Email').getAttribute('aria-invalid')).to.equal(null);
    expect(!!view.queryByText(/already has this email/)).to.equal(false);
  });

  it('keeps what was typed when Discard is pressed while the invitation is sent, and says that it was sent', async () => {
    const { answer, sandbox } = delayingAnswers();
    const { view, user, field, send, type, says } = await mount(sandbox);
    await type(email);
    await send();
    await waitFor(() => view.getByText('Sending…'));
    await user.click(view.getByRole('button', { name: 'Discard' }));
    expect(field('Email').value).to.equal(email);
    answer.open();
    await says(`Invitation sent to ${email}`);
  });

  it('leaves the focus in the field of the host page that the user went to while the invitation was sent', async () => {
    const { answer, sandbox } = delayingAnswers();
    const { provider, pane, view, user, field, send, type, says } = await mount(sandbox);
    const outside = document.createElement('input');
    provider.append(outside);
    await type(email);
    await send();
    await waitFor(() => view.getByText('Sending…'));
    await user.fill(outside, 'another subject');
    answer.open();
    await says(`Invitation sent to ${email}`);
    await pane.updateComplete;
    await nextFrame();
    expect(document.activeElement === outside).to.equal(true);
    expect(field('Email').value).to.equal('');
  });

  it('keeps what was typed for the next user while the invitation was sent, also where it is the same text', async () => {
    const { answer, sandbox } = delayingAnswers();
    const { view, user, field, send, type, says } = await mount(sandbox);
    await type(email);
    await send();
    await waitFor(() => view.getByText('Sending…'));
    await user.fill(field('Email'), 'next@northwind.example');
    await user.fill(field('First Name'), 'Grac');
    answer.open();
    await says(`Invitation sent to ${email}`);
    await user.fill(field('First Name'), 'Grace');
    expect([field('Email').value, field('First Name').value]).to.deep.equal(['next@northwind.example', 'Grace']);
  });

  it('counts the seats again after an invitation whose form was reset while it was sent', async () => {
    const { answer, sandbox } = delayingAnswers();
    const { pane, view, send, type, known, says } = await mount(sandbox);
    await known();
    const used = Number(/(\d+) of 12 seats/.exec(textIn(pane))?.[1]);
    await type(email);
    await send();
    await waitFor(() => view.getByText('Sending…'));
    pane.reset();
    answer.open();
    await says(`${used + 1} of 12 seats`);
  });

  it('invites a user by email, says so, and is ready for the next', async () => {
    const { pane, view, user, sandbox, field, send, type, says } = await mount();
    expect(view.getByRole('heading', { name: 'Invite User', level: 2 })).to.exist;
    view.getByText(/temporary password.*when they first sign in/);
    for (const label of ['Email', 'First Name', 'Last Name']) expect(field(label).autocomplete).to.equal('off');
    expect(field('Email').inputMode).to.equal('email');
    expect(field('Role').value).to.equal('MEMBER');
    await type(` ${email} `);
    await user.choose(field('Role'), 'ADMIN');
    expect(pane.dirty).to.equal(true);
    const before = oneEvent(pane, 'agni-before-send-invitation');
    const sent = oneEvent(pane, 'agni-invitation-sent');
    await send();
    expect((await before).detail).to.include({ name: 'Grace Hopper', email, role: 'ADMIN' });
    const { detail } = await sent;
    expect(detail).to.include({ name: 'Grace Hopper', email, role: 'ADMIN' });
    expect(detail.id).to.match(/^[\da-f-]{36}$/);
    await says(new RegExp(`sent to ${email}.*Expires on`));
    expect(field('Email')).to.include({ value: '' });
    expect(field('Role').value).to.equal('MEMBER');
    expect(pane.shadowRoot?.activeElement).to.equal(field('Email'));
    expect(pane.dirty).to.equal(false);
    const [mail] = sandbox.mail(email);
    expect(mail?.text).to.contain('Grace');
    const password = mail?.text.match(/temporary password: (\S+)/)?.[1];
    expect(password).to.match(/.{12}/);
    expect(everythingIn(document)).to.not.contain(password);
    await expect(pane).to.be.accessible();
  });

  it('works by keyboard alone, and sends once however often Enter is pressed (C37, C38)', async () => {
    const held = Promise.withResolvers<void>();
    const { pane, user, sandbox, field, type, known } = await mount();
    await known();
    pane.addEventListener('agni-before-send-invitation', ({ detail }) => detail.waitUntil(held.promise));
    await type(email);
    const form = field('Email').form;
    form?.requestSubmit();
    form?.requestSubmit();
    await Promise.resolve();
    await user.fill(field('First Name'), 'Another name');
    const sent = oneEvent(pane, 'agni-invitation-sent');
    held.resolve();
    await sent;
    expect(posts(sandbox)).to.have.length(1);
    expect(posts(sandbox)[0]?.body).to.deep.equal({ email, first_name: 'Grace', last_name: 'Hopper', role: 'MEMBER' });
    expect(field('First Name').value).to.equal('Another name');
    expect(pane.dirty).to.equal(true);
  });

  it('checks what is typed before anything is sent', async () => {
    const { pane, view, user, sandbox, field, send, type } = await mount();
    await type('grace at northwind', '', 'x'.repeat(81));
    await send();
    await waitFor(() => view.getByText('3 fields need attention'));
    view.getByText(/full email address/);
    view.getByText('Use at most 80 characters.');
    expect(pane.shadowRoot?.activeElement).to.equal(field('Email'));
    expect(posts(sandbox)).to.be.empty;
    expect(field('Email').value).to.equal('grace at northwind');
    await expect(pane).to.be.accessible();
    await user.click(view.getByRole('button', { name: 'Discard' }));
    expect(field('Email').value).to.equal('');
    expect(pane.dirty).to.equal(false);
  });

  it('understands an address as it is pasted, with its name (D43)', async () => {
    const { sandbox, field, send, known, says } = await mount();
    await known();
    const pasted: [text: string, ...fields: string[]][] = [
      ['Grace Hopper <grace@northwind.example>', 'grace@northwind.example', 'Grace', 'Hopper'],
      ['"Hopper, Grace" <grace@northwind.example>;', 'grace@northwind.example', 'Grace', 'Hopper'],
      ['mailto:grace@northwind.example?subject=Hello', 'grace@northwind.example', '', ''],
      ['\u202agrace@northwind.example\u202c;', 'grace@northwind.example', '', ''],
      ['<grace@northwind.example>,', 'grace@northwind.example', '', ''],
      ['r&d/a=b~c#d@northwind.example', 'r&d/a=b~c#d@northwind.example', '', ''],
      ['a@northwind.example, b@northwind.example', 'a@northwind.example, b@northwind.example', '', ''],
    ];
    for (const [text, ...fields] of pasted) {
      for (const label of ['First Name', 'Last Name']) await user.fill(field(label), '');
      await user.fill(field('Email'), text);
      field('Email').dispatchEvent(new Event('change', { bubbles: true }));
      const texts = () => ['Email', 'First Name', 'Last Name'].map((label) => field(label).value);
      await waitFor(() => expect(texts(), text).to.deep.equal(fields));
    }
    await send();
    await says('Enter a full email address');
    expect(posts(sandbox)).to.be.empty;
    await user.fill(field('First Name'), 'Admiral');
    await user.fill(field('Last Name'), '');
    await user.fill(field('Email'), 'Grace Hopper <grace@northwind.example>');
    await send(); // by Enter, before the field fires `change`
    await says('Invitation sent to grace@northwind.example');
    expect(posts(sandbox).map(({ body }) => body)).to.deep.equal([
      { email: 'grace@northwind.example', first_name: 'Admiral', last_name: '', role: 'MEMBER' },
    ]);
  });

  it('refuses a name that holds an address (D37)', async () => {
    const { sandbox, send, type, says } = await mount();
    await type('a@northwind.example', 'and b@northwind.example', '');
    await send();
    await says("A name can't contain an email address.");
    expect(posts(sandbox)).to.be.empty;
  });

  it('names the allowed domains as soon as another one is typed, and lets the server decide (C24)', async () => {
    const { user, sandbox, field, send, type, known, pane, says } = await mount();
    await known();
    await user.fill(field('Email'), 'grace@north');
    expect(textIn(pane)).to.not.contain('allowed domain.');
    await user.fill(field('Email'), 'grace@sub.northwind.example');
    await says("sub.northwind.example isn't an allowed domain. Allowed: northwind.example, nw.example");
    await type('grace@elsewhere.example');
    await send();
    await waitFor(() => expect(field('Email').getAttribute('aria-invalid')).to.equal('true'));
    await says("elsewhere.example isn't an allowed domain. Allowed: northwind.example, nw.example");
    expect(posts(sandbox)).to.have.length(1);
  });

  it('removes every word about a refused domain once the address is corrected (D46)', async () => {
    const { user, field, send, type, known, pane, says, view } = await mount();
    await known();
    await type('grace@elsewhere.example');
    await send();
    await says("elsewhere.example isn't an allowed domain. Allowed: northwind.example, nw.example");
    await waitFor(() => expect(field('Email').ariaInvalid).to.equal('true')); // the server has refused the address
    await user.fill(field('Email'), email);
    await pane.updateComplete;
    expect(textIn(pane)).not.to.contain('allowed domain.').and.not.to.contain('No invitation was sent');
    expect(view.queryByRole('alert')).to.equal(null);
  });

  it('shows hostile domains as text, and believes the server rather than what it knew (C24)', async () => {
    const domains = ['<img src=x onerror="window.__pwn=1">.example', '\u202eelpmaxe.rotide'];
    const details = { allowed_email_domains: domains };
    const sandbox = createSandbox().fail(inviteUser, 422, 'EMAIL_DOMAIN_NOT_ALLOWED', { details });
    const { pane, view, field, send, type } = await mount(sandbox);
    await type(email);
    await send();
    await waitFor(() => expect(field('Email').getAttribute('aria-invalid')).to.equal('true'));
    const help = pane.shadowRoot?.getElementById('email-error');
    for (const domain of domains) expect(help?.textContent).to.contain(domain);
    expect(pane.shadowRoot?.querySelector('img')).to.equal(null);
    expect(field('Email').value).to.equal(email);
    expect(view.queryByRole('alert')).to.equal(null);
  });

  it('says nothing about domains where they are unknown', async () => {
    const body = { id: '0190aaaa-1111-7222-8333-444455556666', name: 'Quiet' };
    const { type, pane } = await mount(createSandbox().fail(getOrganization, 200, undefined, { body }));
    await type('grace@elsewhere.example');
    expect(textIn(pane)).to.not.match(/allowed domain|can only invite/);
  });

  it('allows a domain from the form, for owners and admins', async () => {
    const { pane, view, user, sandbox, field, send, type, known, says } = await mount();
    await known();
    await type('grace@elsewhere.example');
    await user.click(view.getByRole('button', { name: 'Add this domain' }));
    const dialog = await waitFor(() => view.getByRole('dialog', { name: 'Add this domain' }));
    expect(dialog.textContent).to.contain('elsewhere.example');
    await expect(pane).to.be.accessible();
    const updated = oneEvent(pane, 'agni-organization-updated');
    const confirm = [...dialog.querySelectorAll('button')].find((button) => /Add this domain/.test(button.textContent));
    await user.click(confirm as HTMLElement);
    await updated;
    const patch = sandbox.requests().find(({ method }) => method === 'PATCH');
    expect(patch?.body).to.deep.equal({
      allowed_email_domains: ['northwind.example', 'nw.example', 'elsewhere.example'],
    });
    await waitFor(() => expect(pane.shadowRoot?.activeElement).to.equal(field('Email')));
    expect(field('Email').value).to.equal('grace@elsewhere.example');
    expect(textIn(pane)).to.not.contain('allowed domain.');
    await send();
    await says(/sent to grace@elsewhere.example/);
  });

  it('recognizes users and invitations, and resends an invitation (C22)', async () => {
    const { pane, view, user, sandbox, field, send, type, known, says } = await mount();
    await known();
    await type('Member@Northwind.example');
    await says('“Mara Duarte” is already a user of this workspace.');
    await type('owner@northwind.example');
    view.getByText('This is your own email.');
    await type('nia.okafor@northwind.example');
    await says(/“Nia Okafor” was invited on/);
    await send();
    await waitFor(() => view.getByText('A user or a pending invitation already has this email.'));
    expect(field('First Name').value).to.equal('Grace');
    await expect(pane).to.be.accessible();
    const resent = oneEvent(pane, 'agni-invitation-resent');
    await user.click(view.getByRole('button', { name: 'Resend Nia Okafor' }));
    expect((await resent).detail).to.include({ email: 'nia.okafor@northwind.example', name: 'Nia Okafor' });
    await says(/New email sent to nia.okafor@northwind.example/);
    expect(sandbox.mail('nia.okafor@northwind.example')).to.have.length(1);
    expect(field('Email').value).to.equal('');
    await type('lucia.moreno@northwind.example');
    await says(/invitation of “Lucía Moreno” has expired/);
  });

  it('says why an invitation was not resent, and waits as long as the server asks (C25)', async () => {
    const sandbox = createSandbox().fail(resendInvitation, 429, 'RATE_LIMITED', { headers: { 'retry-after': '40' } });
    const { view, user, type, known } = await mount(sandbox);
    await known();
    await type('sven.aalto@northwind.example');
    const resend = await waitFor(() => view.getByRole('button', { name: 'Resend Sven Aalto' }));
    await user.click(resend);
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.match(/in 40 seconds.*No new email/s);
    expect(resend.getAttribute('aria-disabled')).to.equal('true');
    expect(resend.textContent).to.match(/Resend in \d+ s/);
    await user.click(resend);
    expect(posts(sandbox)).to.have.length(1);
  });

  it('says before sending that no seat is left (C19)', async () => {
    const { pane, view, user, sandbox, type } = await mount(createSandbox({ seats: 10 }));
    const button = view.getByRole('button', { name: 'Send Invitation' });
    await waitFor(() => expect(button.getAttribute('aria-disabled')).to.equal('true'));
    const reason = pane.shadowRoot?.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).to.contain('All 10 seats in your plan are taken');
    await type(email);
    await user.click(button);
    expect(posts(sandbox)).to.be.empty;
    await expect(pane).to.be.accessible();
  });

  it('names the seat limit that the server answers with, and keeps the form (C19)', async () => {
    const details = { max_members: 12 };
    const sandbox = createSandbox().fail(inviteUser, 403, 'MEMBER_LIMIT_REACHED', { details });
    const { view, field, send, type } = await mount(sandbox);
    await type(email);
    await send();
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.match(/12 seats.*still here/s);
    expect(field('Email').value).to.equal(email);
  });

  it('says nothing more of a failure once the form was discarded', async () => {
    const { user, view, field, send, type } = await mount(
      createSandbox().fail(inviteUser, 500, undefined, { times: 1 }),
    );
    await type(email);
    await send();
    await view.findByRole('alert');
    await user.click(view.getByRole('button', { name: 'Discard' }));
    expect(field('Email').value).to.equal('');
    expect(!!view.queryByRole('alert')).to.equal(false);
  });

  it('counts the seats again where the server says that none is left', async () => {
    const { sandbox, view, send, type, known } = await mount();
    await known();
    const reads = () =>
      sandbox.requests().filter(({ method, path }) => method === 'GET' && /\/users$/.test(path)).length;
    const before = reads();
    sandbox.fail(inviteUser, 403, 'MEMBER_LIMIT_REACHED', { details: { max_members: 12 } });
    await type(email);
    await send();
    await view.findByRole('alert');
    await waitFor(() => expect(reads()).to.be.greaterThan(before + 1)); // one read compares the address
  });

  it('counts the seats again where the answer was lost and the invitations cannot be read', async () => {
    const sandbox = losingAnswers();
    const { pane, view, send, type, known, says } = await mount(sandbox);
    await known();
    const used = Number(/(\d+) of 12 seats/.exec(textIn(pane))?.[1]);
    await type(email);
    sandbox.fail(listInvitations, 500, undefined, { times: 2 });
    await send();
    await view.findByRole('alert');
    await says(`${used + 1} of 12 seats`);
  });

  it('says that the email could not be sent, keeps everything and can be tried again (C27)', async () => {
    const sandbox = createSandbox().fail(inviteUser, 502, 'BAD_GATEWAY', { times: 1 });
    const { pane, view, field, send, type, says } = await mount(sandbox);
    await type(email);
    const failed = oneEvent(pane, 'agni-error');
    await send();
    expect((await failed).detail).to.include({ operation: 'inviteUser', code: 'BAD_GATEWAY' });
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.match(
      /couldn't send the email.*No invitation/s,
    );
    expect(field('Email').value).to.equal(email);
    await send();
    await says(new RegExp(`sent to ${email}`));
    expect(view.queryByRole('alert')).to.equal(null);
  });

  it('finds out whether the invitation was sent after a lost answer (C02)', async () => {
    const sandbox = createSandbox();
    const { send, type, known, says } = await mount(losingAnswers(sandbox));
    await known();
    await type(email);
    await send();
    await says(new RegExp(`sent to ${email}`));
    expect(sandbox.mail(email)).to.have.length(1);
    const blind = createSandbox();
    const other = await mount(losingAnswers(blind));
    await other.known();
    blind.fail(listInvitations, 500);
    await other.type(email);
    await other.send();
    const alert = await waitFor(() => other.view.getByRole('alert'));
    expect(alert.textContent).to.contain("couldn't confirm that the invitation was sent");
    expect(other.field('Email').value).to.equal(email);
  });

  it('shows the server’s field errors at their fields (C23)', async () => {
    const details = { fields: { first_name: ['is taken by a ghost'], nickname: 'is odd' } };
    const sandbox = createSandbox().fail(inviteUser, 422, 'VALIDATION_FAILED', { details });
    const { pane, view, field, send, type } = await mount(sandbox);
    await type(email);
    await send();
    await waitFor(() => expect(pane.shadowRoot?.activeElement).to.equal(field('First Name')));
    view.getByText('is taken by a ghost');
    expect(view.getByRole('alert').textContent).to.contain('is odd').and.not.to.contain('nickname');
  });

  it('can be stopped by the host before anything is sent', async () => {
    const { pane, view, sandbox, field, send, type } = await mount();
    pane.addEventListener('agni-before-send-invitation', (event) => event.preventDefault());
    await type(email);
    await send();
    await waitFor(() => view.getByText('Blocked by this site.'));
    expect(posts(sandbox)).to.be.empty;
    expect(field('Email').value).to.equal(email);
  });

  it('lets only owners make owners, and hides the role where the host page wants that', async () => {
    const options = (select: HTMLElement) => [...(select as HTMLSelectElement).options].map(({ value }) => value);
    const owner = await mount();
    expect(options(owner.field('Role'))).to.have.members(['OWNER', 'ADMIN', 'MEMBER']);
    const admin = await mount(createSandbox().as('ADMIN'));
    expect(options(admin.field('Role'))).to.have.members(['ADMIN', 'MEMBER']);
    const plain = await mount(undefined, html`<agni-invite-user no-role></agni-invite-user>`);
    expect(plain.view.queryByLabelText('Role')).to.equal(null);
    await plain.type(email);
    await plain.send();
    await plain.says(new RegExp(`sent to ${email}`));
    expect(posts(plain.sandbox)[0]?.body).to.not.have.property('role');
  });

  it('says who can invite, and why the pane invites no users (C17)', async () => {
    const member = await mount(createSandbox().as('MEMBER'));
    expect(member.pane.state).to.equal('denied');
    member.view.getByText('Only owners and admins can invite users.');
    const fixed = await mount(undefined, html`<agni-invite-user readonly heading-level="3"></agni-invite-user>`);
    fixed.view.getByText('These settings are read-only.');
    expect(fixed.view.queryByRole('textbox')).to.equal(null);
    await expect(fixed.pane).to.be.accessible();
    const open = await mount();
    open.provider.endpoints = { inviteUser: null };
    await waitFor(() => open.view.getByText("Users can't be invited here."));
  });

  it('refuses a user who lost the permission meanwhile, once (C17)', async () => {
    const { pane, sandbox, send, type } = await mount();
    sandbox.as('MEMBER');
    await type(email);
    await send();
    await waitFor(() => expect(pane.state).to.equal('denied'));
    expect(posts(sandbox)).to.have.length(1);
  });

  it('keeps what was typed through refreshes and moves, and gives none of it to the next user (C08, C10)', async () => {
    const { pane, provider, sandbox, field, type } = await mount();
    await type(email);
    await pane.refresh();
    for (let move = 0; move < 20; move++) provider.append(pane);
    await pane.updateComplete;
    expect(field('Email').value).to.equal(email);
    sandbox.as('ADMIN');
    provider.userKey = 'another user';
    await waitFor(() => expect(field('Email').value).to.equal(''));
    expect(everythingIn(pane.shadowRoot as ShadowRoot)).to.not.contain('Grace');
    expect(pane.dirty).to.equal(false);
  });
});

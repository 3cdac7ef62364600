import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/define/profile.js';
import '../../../src/define/api-keys.js';
import { getCurrentUser, type User } from '../../../src/contract/me.js';
import { profileChange, updateCurrentUser } from '../../../src/contract/profile-change.js';
import type { AgniProfile } from '../../../src/elements/profile/agni-profile.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { everythingIn, mount as mountPane, untilState } from '../../mount.js';
import { waitFor } from '../../queries.js';

const mount = async (sandbox = createSandbox(), template = html`<agni-profile></agni-profile>`) => {
  const mounted = await mountPane<AgniProfile>(template, sandbox);
  const { view, user } = mounted;
  const field = (label: string) => view.getByLabelText<HTMLInputElement>(label);
  const save = () => user.click(view.getByRole('button', { name: 'Save Changes' }));
  return { ...mounted, field, save };
};

/** A sandbox whose signed-in user has these properties and no others. */
const withUser = (user: Partial<User>, sandbox = createSandbox()) => {
  const body = {
    id: '0190aaaa-0001-7000-8000-00000000abcd',
    email: 'ida@northwind.example',
    role: 'MEMBER',
    ...user,
  };
  return sandbox.fail(getCurrentUser, 200, undefined, { body });
};

const writes = (sandbox: Sandbox) => sandbox.requests().filter(({ method }) => method === 'PATCH');

/** The value under a label that does not belong to a field. */
const fact = ({ view }: Pick<Awaited<ReturnType<typeof mount>>, 'view'>, label: string) =>
  view.queryByText(label)?.parentElement?.querySelector('dd')?.textContent?.trim();

describe('<agni-profile>', () => {
  it('shows role and address as facts, the name to be changed, and the permissions in words and by their names', async () => {
    const mounted = await mount();
    const { pane, view, field, sandbox } = mounted;
    expect(view.getByRole('heading', { name: 'Profile', level: 2 })).to.exist;
    expect(fact(mounted, 'Role')).to.equal('OWNER');
    expect(fact(mounted, 'Email')).to.equal('owner@northwind.example');
    expect(field('First Name')).to.include({ value: 'Ada', readOnly: false, autocomplete: 'given-name' });
    expect(field('Last Name')).to.include({ value: 'Osei', readOnly: false, autocomplete: 'family-name' });
    const reply = await (await sandbox.fetch(new URL('/api/v1/users/me', location.href))).json();
    const details = view.getByText('What your role permits').parentElement;
    const listed = [...(details?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent);
    expect(listed[0]).to.equal('View settings organization:read');
    expect(listed.map((text) => text?.split(' ').at(-1))).to.have.members(reply.data.permissions);
    await expect(pane).to.be.accessible();
  });

  it('says how the user signs in, since when they are here and when they last came', async () => {
    const mounted = await mount();
    expect(fact(mounted, 'Sign-In Method')).to.equal('Email and password');
    expect(fact(mounted, 'Last Login')).to.match(/ago$|^now$/);
    expect(fact(mounted, 'Member Since')).to.match(/\d{4}$/);
    expect(mounted.pane.shadowRoot?.querySelector('time')?.title).to.match(/ UTC$/);
  });

  it('leaves out what the server does not tell, and passes on what is new to it', async () => {
    const silent = await mount(withUser({ email: 'ida@northwind.example' }));
    expect(silent.view.queryByText('Sign-In Method')).to.equal(null);
    expect(silent.view.queryByText('What your role permits')).to.equal(null);
    expect(silent.pane.shadowRoot?.querySelector<HTMLElement>('.avatar')?.dataset.initials).to.equal('I');
    expect(silent.field('First Name').value).to.equal('');
    const strange = await mount(withUser({ role: 'AUDITOR', auth_provider: 'okta', permissions: ['fly'] }));
    expect(fact(strange, 'Role')).to.equal('AUDITOR');
    expect(fact(strange, 'Sign-In Method')).to.equal('okta');
    strange.view.getByText('fly');
  });

  it('shows times that cannot be parsed as they came (C41)', async () => {
    const mounted = await mount(withUser({ last_login_at: 'yesterday-ish', created_at: '' }));
    expect(fact(mounted, 'Last Login')).to.equal('yesterday-ish');
    expect(everythingIn(mounted.pane.shadowRoot as ShadowRoot)).to.not.contain('Invalid Date');
  });

  it('saves only what was changed, says so, and shows the new name in every pane that has it (C39)', async () => {
    const { pane, view, user, sandbox, field, save } = await mount();
    await sandbox.fetch(new URL('/api/v1/users/me', location.href), {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ last_name: 'Osei-Mensah' }), // another session changes the name meanwhile
    });
    await user.fill(field('First Name'), '  Adaeze ');
    const updated = oneEvent(pane, 'agni-profile-updated');
    await save();
    const { detail } = await updated;
    expect(detail).to.include({ name: 'Adaeze Osei-Mensah', email: 'owner@northwind.example', role: 'OWNER' });
    expect(writes(sandbox).at(-1)?.body).to.deep.equal({ first_name: 'Adaeze' });
    await waitFor(() => view.getByText('Saved'));
    expect(pane.dirty).to.equal(false);
    expect(field('Last Name').value).to.equal('Osei-Mensah');
    view.getByTitle('Adaeze Osei-Mensah');
    expect(pane.shadowRoot?.querySelector<HTMLElement>('.avatar')?.dataset.initials).to.equal('AO');
  });

  it('has a field for everything that can be changed, and sends it', async () => {
    for (const name of Object.keys(profileChange.shape)) {
      const { pane, user, sandbox, save } = await mount();
      const field = pane.shadowRoot?.querySelector<HTMLInputElement>(`[name=${name}]`);
      if (!field) throw new Error(`<agni-profile> has no field "${name}"`);
      await user.fill(field, 'Changed');
      await save();
      await waitFor(() => expect(writes(sandbox).at(-1)?.body).to.deep.equal({ [name]: 'Changed' }));
    }
  });

  it('shows a saved name in another profile on the page at once, without asking again', async () => {
    const { provider, user, field, save, sandbox } = await mount();
    const other = document.createElement('agni-profile');
    provider.append(other);
    await untilState(other, 'ready');
    const reads = () =>
      sandbox.requests().filter(({ method, path }) => method === 'GET' && path.endsWith('/me')).length;
    const before = reads();
    await user.fill(field('Last Name'), 'Achebe');
    await save();
    const shown = () => other.shadowRoot?.querySelector<HTMLInputElement>('[name=last_name]')?.value;
    await waitFor(() => expect(shown()).to.equal('Achebe'));
    expect(reads()).to.equal(before);
  });

  it('lets the last name be taken away, but not the first', async () => {
    const { pane, view, user, sandbox, field, save } = await mount();
    await user.fill(field('First Name'), ' ');
    await user.fill(field('Last Name'), '');
    await save();
    await waitFor(() => view.getByText('1 field needs attention'));
    expect(pane.shadowRoot?.activeElement).to.equal(field('First Name'));
    expect(field('First Name').getAttribute('aria-invalid')).to.equal('true');
    expect(writes(sandbox)).to.be.empty;
    await expect(pane).to.be.accessible();
    await user.fill(field('First Name'), 'Ada');
    await save();
    await waitFor(() => view.getByText('Saved'));
    expect(writes(sandbox).map(({ body }) => body)).to.deep.equal([{ last_name: '' }]);
  });

  it('says how long a name may be', async () => {
    const { view, user, sandbox, field, save } = await mount();
    await user.fill(field('Last Name'), 'x'.repeat(81));
    await save();
    await waitFor(() => view.getByText('Use at most 80 characters.'));
    expect(field('Last Name').value).to.have.length(81);
    expect(writes(sandbox)).to.be.empty;
  });

  it('keeps what was typed when saving fails, sends it once and says so (C02, C27)', async () => {
    const { pane, view, user, sandbox, field, save } = await mount(createSandbox().fail(updateCurrentUser, 500));
    await user.fill(field('Last Name'), 'Achebe');
    const failed = oneEvent(pane, 'agni-error');
    await save();
    expect((await failed).detail).to.include({ operation: 'updateCurrentUser', status: 500 });
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.contain('Your changes are still here');
    expect(field('Last Name').value).to.equal('Achebe');
    expect(writes(sandbox)).to.have.length(1);
  });

  it('finds out by itself whether a lost answer meant saved (C02)', async () => {
    const sandbox = createSandbox();
    const lossy: typeof fetch = async (input, init) => {
      const response = await sandbox.fetch(input, init);
      if (new Request(input, init).method === 'PATCH') throw new TypeError('connection reset');
      return response;
    };
    const { view, user, field, save } = await mount({ ...sandbox, fetch: lossy });
    await user.fill(field('Last Name'), 'Achebe');
    await save();
    await waitFor(() => view.getByText('Saved'));
    expect(view.queryByRole('alert')).to.equal(null);
    expect(writes(sandbox)).to.have.length(1);
  });

  it('puts the server’s field errors beside their fields (C23)', async () => {
    const details = { fields: { last_name: ['is taken by a ghost'], nickname: 'is odd' } };
    const { pane, view, user, field, save } = await mount(
      createSandbox().fail(updateCurrentUser, 422, 'VALIDATION_FAILED', { details }),
    );
    await user.fill(field('Last Name'), 'Boo');
    await save();
    await waitFor(() => expect(pane.shadowRoot?.activeElement).to.equal(field('Last Name')));
    view.getByText('is taken by a ghost');
    expect(view.getByRole('alert').textContent).to.contain('is odd').and.not.to.contain('nickname');
  });

  it('writes once however often Save is pressed, and keeps what is typed meanwhile (C37, C38)', async () => {
    const held = Promise.withResolvers<void>();
    const { pane, user, sandbox, field, save } = await mount();
    pane.addEventListener('agni-before-update-profile', ({ detail }) => detail.waitUntil(held.promise));
    const begun = oneEvent(pane, 'agni-before-update-profile');
    await user.fill(field('First Name'), 'First');
    await save();
    await save();
    pane.shadowRoot?.querySelector('form')?.requestSubmit();
    await begun;
    await user.fill(field('First Name'), 'Second');
    const updated = oneEvent(pane, 'agni-profile-updated');
    held.resolve();
    await updated;
    expect(writes(sandbox)).to.have.length(1);
    expect(field('First Name').value).to.equal('Second');
    expect(pane.dirty).to.equal(true);
  });

  it('can be stopped by the host before anything is sent', async () => {
    const { pane, view, user, sandbox, field, save } = await mount();
    const before = oneEvent(pane, 'agni-before-update-profile');
    pane.addEventListener('agni-before-update-profile', ({ detail }) => {
      detail.waitUntil(Promise.reject(new Error('not today')));
    });
    await user.fill(field('First Name'), 'Never');
    await save();
    expect((await before).detail).to.include({ name: 'Ada Osei', email: 'owner@northwind.example' });
    await waitFor(() => view.getByText(/^Blocked by this site/));
    expect(writes(sandbox)).to.be.empty;
    expect(field('First Name').value).to.equal('Never');
    await user.click(view.getByRole('button', { name: 'Discard' }));
    await user.fill(field('First Name'), 'Adaora');
    await view.findByText('Unsaved changes');
    expect(!!view.queryByRole('alert')).to.equal(false);
  });

  it('discards what was typed, and says when there is nothing to save', async () => {
    const { pane, view, user, field } = await mount();
    await user.fill(field('First Name'), 'Typo');
    await user.click(view.getByRole('button', { name: 'Discard' }));
    expect(field('First Name').value).to.equal('Ada');
    expect(pane.dirty).to.equal(false);
    field('First Name').form?.requestSubmit(); // as Enter does
    await waitFor(() => view.getByText('Nothing has changed'));
  });

  it('no longer says how a save ended once its change was discarded', async () => {
    const { view, user, field, save } = await mount(createSandbox().fail(updateCurrentUser, 500));
    await user.fill(field('First Name'), 'Adaeze');
    await save();
    await view.findByRole('alert');
    await user.click(view.getByRole('button', { name: 'Discard' }));
    await user.fill(field('First Name'), 'Adaora');
    await view.findByText('Unsaved changes');
    expect(!!view.queryByRole('alert')).to.equal(false);
  });

  it('calls a user without a name by their address, once', async () => {
    const { pane } = await mount(withUser({ first_name: '', last_name: undefined }));
    const card = pane.shadowRoot?.querySelector('.user')?.textContent ?? '';
    expect(card.match(/ida@northwind\.example/g)).to.have.length(1);
  });

  it('changes nothing where that is not to be, and says why (C20)', async () => {
    const fixed = await mount(undefined, html`<agni-profile readonly heading-level="3"></agni-profile>`);
    expect(fixed.view.getByRole('heading', { level: 3, name: 'Profile' })).to.exist;
    expect(fixed.field('First Name').readOnly).to.equal(true);
    fixed.view.getByText('These settings are read-only.');
    await expect(fixed.pane).to.be.accessible();
    const open = await mount();
    open.provider.endpoints = { updateCurrentUser: null };
    await open.provider.updateComplete;
    await waitFor(() => expect(open.field('First Name').readOnly).to.equal(true));
    open.view.getByText("This isn't available here.");
    expect(open.view.queryByRole('button', { name: 'Save Changes' })).to.equal(null);
  });

  it('shows nothing of one user to the next (C10)', async () => {
    const mounted = await mount();
    const { pane, provider, user, field, sandbox } = mounted;
    await user.fill(field('First Name'), 'Secretly Ada');
    sandbox.as('MEMBER');
    provider.userKey = 'somebody else';
    await waitFor(() => expect(fact(mounted, 'Email')).to.equal('member@northwind.example'));
    const page = everythingIn(pane.shadowRoot as ShadowRoot);
    for (const trace of ['Ada', 'Osei', 'owner@northwind.example']) expect(page).to.not.contain(trace);
    expect(pane.dirty).to.equal(false);
  });

  it('keeps what was typed while it is moved about the page (C08)', async () => {
    const { pane, provider, user, field, sandbox } = await mount();
    await user.fill(field('First Name'), 'Moving');
    const before = sandbox.requests().length;
    for (let move = 0; move < 20; move++) provider.append(pane);
    await pane.updateComplete;
    expect(field('First Name').value).to.equal('Moving');
    expect(sandbox.requests().length - before).to.be.at.most(1);
  });

  it('clips a name without end, isolates one that turns around, and tells the whole of it (C55)', async () => {
    const name = `\u202eesrever ${'W'.repeat(10_000)} 👩‍🚀`;
    const { pane, field } = await mount(withUser({ first_name: name, last_name: '\u200bZero' }));
    expect(field('First Name').value).to.equal(name);
    const shown = pane.shadowRoot?.querySelector<HTMLElement>('.name');
    expect(shown?.querySelector('bdi bdi')).to.exist;
    expect(shown?.title).to.contain(name);
    expect(shown?.getBoundingClientRect().height).to.be.below(100);
    expect(pane.scrollWidth).to.be.at.most(pane.clientWidth);
  });

  it('makes initials of whole letters', async () => {
    for (const [first_name, last_name, initials] of [
      ['élodie', '  ', 'É'],
      ['👩‍🚀 Kim', undefined, '👩‍🚀'],
      ['(Bo)', 'ʻAlohi', 'Bʻ'],
      ['नीना', 'राव', 'नीरा'],
    ] as const) {
      const { pane } = await mount(withUser({ first_name, last_name }));
      const shown = pane.shadowRoot?.querySelector<HTMLElement>('.avatar')?.dataset.initials ?? '';
      expect(shown.normalize('NFC'), String(first_name)).to.equal(initials.normalize('NFC'));
    }
  });
});

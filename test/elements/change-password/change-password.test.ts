import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/define/change-password.js';
import { getCurrentUser } from '../../../src/contract/me.js';
import { changePassword } from '../../../src/contract/password.js';
import { LazyPart } from '../../../src/elements/base/lazy-part.js';
import type { AgniChangePassword } from '../../../src/elements/change-password/agni-change-password.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { everythingIn, mount as mountPane, untilState } from '../../mount.js';
import { gate } from '../../network.js';
import { waitFor } from '../../queries.js';

const known = 'Purple-otter-42';
const next = 'canary Walnut harbour 7';

const mount = async (sandbox = createSandbox(), template = html`<agni-change-password></agni-change-password>`) => {
  const mounted = await mountPane<AgniChangePassword>(template, sandbox);
  const { pane, view, user } = mounted;
  const field = (label: string) => view.getByLabelText<HTMLInputElement>(label);
  const submit = () => user.click(view.getByRole('button', { name: 'Change Password' }));
  /** Fills in the three fields. */
  const fill = async (current: string, password: string, confirmation = password) => {
    await user.fill(field('Current Password'), current);
    await user.fill(field('New Password'), password);
    await user.fill(field('Confirm New Password'), confirmation);
  };
  const texts = () => ['Current Password', 'New Password', 'Confirm New Password'].map((label) => field(label).value);
  const invalid = () => [...pane.shadowRoot!.querySelectorAll<HTMLInputElement>('[aria-invalid=true]')];
  const fieldError = (label: string) => {
    const ids = field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
    return pane.shadowRoot!.getElementById(ids.find((id) => id.endsWith('-error')) ?? '')?.textContent;
  };
  return { ...mounted, field, submit, fill, texts, invalid, fieldError };
};

const writes = (sandbox: Sandbox) => sandbox.requests().filter(({ path }) => path.endsWith('/change-password'));

/** Whether the server accepts these credentials. */
const signsIn = async (sandbox: Sandbox, password: string) => {
  const body = JSON.stringify({ email: 'owner@northwind.example', password });
  const headers = { 'Content-Type': 'application/json' };
  const url = new URL('/api/v1/auth/login', location.href);
  return (await sandbox.fetch(url, { method: 'POST', headers, body })).status === 200;
};

/** A sandbox that always describes the owner with these properties in addition. */
const describedAs = async (more: object) => {
  const sandbox = createSandbox();
  const answer = await sandbox.fetch(new URL('/api/v1/users/me', location.href));
  const body = await answer.json();
  return sandbox.fail(getCurrentUser, 200, undefined, { body: { ...body, data: { ...body.data, ...more } } });
};

describe('<agni-change-password>', () => {
  it('is one form in one root that a password manager understands', async () => {
    const { pane, field } = await mount();
    const forms = pane.shadowRoot!.querySelectorAll('form');
    expect(forms).to.have.lengthOf(1);
    const inputs = [...forms[0]!.elements].filter((control) => control instanceof HTMLInputElement);
    const told = inputs.map(({ type, autocomplete }) => [type, autocomplete]);
    expect(told).to.deep.equal([
      ['text', 'username'],
      ['password', 'current-password'],
      ['password', 'new-password'],
      ['password', 'new-password'],
      ['checkbox', ''],
    ]);
    expect(inputs[0]).to.include({ value: 'owner@northwind.example', readOnly: true, tabIndex: -1 });
    expect(getComputedStyle(inputs[0]!).display).not.to.equal('none');
    const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
    expect(field('New Password').dispatchEvent(paste)).to.equal(true);
    expect(field('New Password')).to.include({ maxLength: -1 });
  });

  it('estimates here how hard a new one is to guess, and says so as it changes', async () => {
    const { pane, view, user, field } = await mount();
    const said = () => view.getAllByRole('status').find(({ textContent }) => textContent?.startsWith('Strength'));
    for (const [password, words] of [
      ['aaaaaaaaaaaaaaaa', 'weak'],
      ['12345678', 'weak'],
      ['Password1', 'weak'],
      ['Northwind-Owner-2024', 'weak'], // the user's own address
      ['otter otter otter otter', 'weak'],
      ['Purple-otter-42', 'fair'],
      ['walnut harbour seven', 'strong'],
      ['walnut harbour seven lamp!', 'very strong'],
      ['xK9#vQ2!pLw7', 'very strong'],
    ]) {
      await user.fill(field('New Password'), String(password));
      await waitFor(() => expect(said()?.textContent, password).to.equal(`Strength: ${words}`));
    }
    await expect(pane).to.be.accessible();
    await user.fill(field('New Password'), '');
    await waitFor(() => expect(said()).to.equal(undefined));
  });

  it('says that what estimates this could not be loaded, and offers to try again', async () => {
    const original = Object.getOwnPropertyDescriptor(LazyPart.prototype, 'hasFailed') as PropertyDescriptor;
    Object.defineProperty(LazyPart.prototype, 'hasFailed', { ...original, get: () => true });
    try {
      const { view } = await mount();
      const notice = await view.findByRole('alert');
      expect(notice.textContent).to.contain("Couldn't load this.");
      view.getByRole('button', { name: 'Try Again' });
    } finally {
      Object.defineProperty(LazyPart.prototype, 'hasFailed', original);
    }
  });

  it('changes the password, says how many sessions that ended, and empties itself', async () => {
    const { pane, view, sandbox, fill, submit, texts } = await mount();
    await fill(known, next);
    expect(pane.dirty).to.equal(true);
    const changed = oneEvent(pane, 'agni-password-changed');
    await submit();
    expect((await changed).detail).to.have.all.keys('id');
    await waitFor(() => view.getByText(/^Password changed\. \d+ other sessions were signed out\.$/));
    expect(texts()).to.deep.equal(['', '', '']);
    expect(pane.dirty).to.equal(false);
    expect(pane.shadowRoot!.querySelector<HTMLInputElement>('[name=username]')?.value).to.contain('@');
    expect(writes(sandbox)).to.have.lengthOf(1);
    expect(await signsIn(sandbox, next)).to.equal(true);
    expect(await signsIn(sandbox, known)).to.equal(false);
    await pane.refresh();
    expect(pane.state).to.equal('ready');
  });

  it('leaves the other sessions alone where that is wanted', async () => {
    const { view, user, sandbox, field, fill, submit } = await mount();
    const others = view.getByRole<HTMLInputElement>('checkbox', { name: 'Sign out my other sessions' });
    expect(others.checked).to.equal(true);
    await user.click(field('Sign out my other sessions'));
    await fill(known, next);
    await submit();
    await waitFor(() => view.getByText('Password changed.'));
    expect(writes(sandbox)[0]?.body).to.include({ revoke_other_sessions: false });
    expect(others.checked).to.equal(true);
  });

  it('sends nothing that the contract refuses, and says why at the field', async () => {
    const { pane, sandbox, fill, submit, invalid, fieldError } = await mount();
    await submit();
    await waitFor(() => expect(invalid().map(({ name }) => name)).to.deep.equal(['current_password', 'new_password']));
    expect(pane.shadowRoot?.activeElement).to.equal(invalid()[0]);
    await expect(pane).to.be.accessible();
    for (const [password, confirmation, label, words] of [
      ['🦦'.repeat(7), '🦦'.repeat(7), 'New Password', 'Use at least 8 characters.'],
      ['é'.repeat(513), 'é'.repeat(513), 'New Password', 'Use fewer characters.'],
      [known, known, 'New Password', 'Choose a password that differs from your current one.'],
      [next, `${next}.`, 'Confirm New Password', "The passwords don't match."],
    ] as const) {
      await fill(known, password, confirmation);
      await submit();
      await waitFor(() => expect(fieldError(label)).to.equal(words));
      expect(invalid()).to.have.lengthOf(1);
      expect(pane.shadowRoot?.activeElement).to.equal(invalid()[0]);
    }
    expect(writes(sandbox)).to.be.empty;
  });

  it('takes a confirmation from a keyboard that composes letters another way (D42)', async () => {
    const { view, sandbox, fill, submit } = await mount();
    const password = 'Crème brûlée für Zoë';
    await fill(known, password, password.normalize('NFD'));
    await submit();
    await view.findByText(/password changed/i);
    for (const typed of [password, password.normalize('NFD')]) expect(await signsIn(sandbox, typed)).to.equal(true);
  });

  it('shows the success message where it is visible, and removes it when the user types again (D59)', async () => {
    const { pane, user, field, fill, submit } = await mount();
    const message = () => pane.shadowRoot?.querySelector<HTMLElement>('[part=message]');
    await fill(known, next);
    await submit();
    await waitFor(() => expect(message()?.textContent).to.match(/^Password changed/));
    expect(message()?.offsetHeight).to.be.greaterThan(10);
    await user.fill(field('Current Password'), 'x');
    await waitFor(() => expect(message()?.textContent).to.equal(''));
  });

  it('takes eight characters of any kind, spaces at the ends included, as they are', async () => {
    const { view, sandbox, fill, submit } = await mount();
    const password = ` ${'🦦'.repeat(6)} `;
    await fill(known, password);
    await submit();
    await waitFor(() => view.getByText(/^Password changed/));
    expect(await signsIn(sandbox, password)).to.equal(true);
  });

  it('treats a wrong current password as a matter of its field, not as a lost session (C15)', async () => {
    const { pane, provider, sandbox, fill, submit, texts, fieldError } = await mount();
    let signedOut = 0;
    provider.addEventListener('agni-auth-required', () => signedOut++);
    await fill('not my password', next);
    await submit();
    await waitFor(() => expect(fieldError('Current Password')).to.equal("That isn't your current password."));
    expect(pane.shadowRoot?.activeElement?.getAttribute('name')).to.equal('current_password');
    expect([pane.state, signedOut]).to.deep.equal(['ready', 0]);
    expect(writes(sandbox)).to.have.lengthOf(1);
    expect(sandbox.requests().filter(({ path }) => path.endsWith('/refresh'))).to.be.empty;
    expect(texts()[1]).to.equal(next);
  });

  it('puts what the server objects to into words at the field', async () => {
    const { fill, submit, fieldError } = await mount();
    for (const [password, words] of [
      ['password1', /too common/],
      ['northwind-owner', /contains your name/],
    ] as const) {
      await fill(known, password);
      await submit();
      await waitFor(() => expect(fieldError('New Password')).to.match(words));
    }
  });

  for (const [code, reason, words] of [
    ['PASSWORD_REUSED', 'used_before', "You've used this password before. Choose another one."],
    ['PASSWORD_TOO_WEAK', 'zxcvbn_1', 'This password is easy to guess. Choose another one.'],
    ['PASSWORD_TOO_WEAK', 'Needs a rarer word', 'Needs a rarer word'],
  ] as const) {
    it(`says of ${code} with the reason ${reason}: ${words}`, async () => {
      const details = { fields: { new_password: [reason] } };
      const { fill, submit, fieldError } = await mount(createSandbox().fail(changePassword, 422, code, { details }));
      await fill(known, next);
      await submit();
      await waitFor(() => expect(fieldError('New Password')).to.equal(words));
    });
  }

  it('asks the host about the new password, and sends it only if the host has no error', async () => {
    const { provider, view, sandbox, fill, submit, fieldError } = await mount();
    const asked: string[] = [];
    provider.checkPassword = async (password) => {
      asked.push(password);
      return asked.length === 1 ? 'Found in a breach.' : null;
    };
    await provider.updateComplete;
    await fill(known, next);
    await submit();
    await waitFor(() => expect(fieldError('New Password')).to.equal('Found in a breach.'));
    expect(writes(sandbox)).to.be.empty;
    await submit();
    await waitFor(() => view.getByText(/^Password changed/));
    expect(asked).to.deep.equal([next, next]);
  });

  /** Submits a form whose new password the host checks until `answer` is called. */
  async function submitToSlowHost() {
    const mounted = await mount();
    const { provider, view, fill, submit } = mounted;
    const result = gate<string | null>();
    provider.checkPassword = () => result.passed;
    await provider.updateComplete;
    await fill(known, next);
    await submit();
    await view.findByText('Changing…');
    return { ...mounted, answer: result.open };
  }

  it('says that it is at work while the host takes its time, and sends nothing that was let go of by then', async () => {
    const { pane, view, sandbox, answer } = await submitToSlowHost();
    expect(view.queryByRole('alert')).to.equal(null);
    pane.reset();
    answer(null);
    await waitFor(() => expect(view.queryByText('Changing…')).to.equal(null));
    expect(writes(sandbox)).to.be.empty;
  });

  it('is ready for another user, whatever is under way for the former one', async () => {
    const { pane, provider, view, sandbox, fill, submit, answer } = await submitToSlowHost();
    provider.checkPassword = undefined;
    provider.userKey = 'another user';
    await provider.updateComplete;
    await untilState(pane, 'ready');
    expect(!!view.queryByText('Changing…')).to.equal(false);
    await fill(known, next);
    await submit();
    answer('a word of the former user');
    await view.findByText(/^Password changed/);
    expect(writes(sandbox)).to.have.length(1);
  });

  it('changes nothing where the host fails to check, says so, leaves the mistake to the host, and tries again', async () => {
    const { provider, view, sandbox, fill, submit } = await mount();
    const mistakes: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => {
      mistakes.push(event.reason.message);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('unhandledrejection', note, { capture: true });
    try {
      const checks = [
        () => Promise.reject(new Error('no answer')),
        () => {
          throw new Error('no such service');
        },
        () => null,
      ];
      provider.checkPassword = () => checks.shift()?.() ?? null;
      await provider.updateComplete;
      await fill(known, next);
      for (const mistake of ['no answer', 'no such service']) {
        await submit();
        await waitFor(() => expect(mistakes).to.include(mistake));
        await waitFor(() => expect(view.getByRole('alert').textContent).to.contain("couldn't check the new password"));
      }
      expect(writes(sandbox)).to.be.empty;
      await submit();
      await waitFor(() => view.getByText(/^Password changed/));
    } finally {
      window.removeEventListener('unhandledrejection', note, { capture: true });
    }
  });

  it('changes nothing where the host cancels, and says so', async () => {
    const { pane, view, sandbox, fill, submit, texts } = await mount();
    const before = oneEvent(pane, 'agni-before-change-password');
    pane.addEventListener('agni-before-change-password', (event) => event.preventDefault(), { once: true });
    await fill(known, next);
    await submit();
    const { detail } = await before;
    expect(Object.keys(detail)).to.have.members(['id', 'waitUntil', 'refuse']);
    await waitFor(() => expect(view.getByRole('alert').textContent).to.equal('Blocked by this site.'));
    expect(writes(sandbox)).to.be.empty;
    expect(texts()[1]).to.equal(next);
  });

  it('sends one change however often it is submitted (C37)', async () => {
    const { view, pane, sandbox, fill } = await mount();
    await fill(known, next);
    const form = pane.shadowRoot!.querySelector('form')!;
    form.requestSubmit();
    form.requestSubmit();
    view.getByRole('button', { name: 'Change Password' }).click();
    await waitFor(() => view.getByText(/^Password changed/));
    expect(writes(sandbox)).to.have.lengthOf(1);
  });

  it('shows what is typed on demand, each field by itself, and hides it again when it is sent', async () => {
    const { view, user, field, fill, submit, fieldError } = await mount();
    await fill('not my password', next);
    await user.click(view.getByRole('button', { name: 'Show New Password' }));
    expect([field('Current Password').type, field('New Password').type]).to.deep.equal(['password', 'text']);
    expect(field('New Password').value).to.equal(next);
    expect(field('New Password')).to.include({ autocapitalize: 'none', spellcheck: false });
    await user.click(view.getByRole('button', { name: 'Hide New Password' }));
    expect(field('New Password').type).to.equal('password');
    await user.click(view.getByRole('button', { name: 'Show Current Password' }));
    await submit();
    expect(field('Current Password').type).to.equal('password');
    await waitFor(() => expect(fieldError('Current Password')).to.be.a('string'));
  });

  it('explains itself to users who sign in with Google, known before or not (409)', async () => {
    const google = await mount(await describedAs({ auth_provider: 'google' }));
    google.view.getByText(/^You sign in with Google/);
    expect(google.pane.shadowRoot?.querySelector('form')).to.equal(null);
    const unknown = (await describedAs({ auth_provider: null })).fail(changePassword, 409);
    const { view, pane, fill, submit } = await mount(unknown);
    await fill(known, next);
    await submit();
    await waitFor(() => view.getByText(/^You sign in with Google/));
    expect(pane.shadowRoot?.querySelector('form')).to.equal(null);
  });

  it('keeps its form for a user who has a password, when the server refuses something else (409)', async () => {
    const sandbox = (await describedAs({ auth_provider: 'password' })).fail(changePassword, 409);
    const { view, fill, submit, texts } = await mount(sandbox);
    await fill(known, next);
    await submit();
    await waitFor(() => expect(view.getByRole('alert').textContent).to.contain("Your password wasn't changed"));
    expect(texts()).to.deep.equal([known, next, next]);
    expect(!!view.queryByText(/^You sign in with Google/)).to.equal(false);
  });

  it('takes the server’s error away as soon as the user types', async () => {
    const { view, user, field, fill, submit } = await mount(
      createSandbox().fail(changePassword, 500, undefined, { times: 1 }),
    );
    await fill(known, next);
    await submit();
    await waitFor(() => expect(view.getByRole('alert').textContent).not.to.equal(''));
    await user.fill(field('New Password'), `${next} and more`);
    expect(!!view.queryByRole('alert')).to.equal(false);
  });

  it('says how long to wait after too many attempts', async () => {
    const headers = { 'Retry-After': '840' };
    const { view, fill, submit } = await mount(createSandbox().fail(changePassword, 429, undefined, { headers }));
    await fill(known, next);
    await submit();
    await waitFor(() => view.getByText('Too many attempts. Try again in 14 minutes.'));
  });

  it('does not claim to know what came of a change whose answer was lost', async () => {
    const { view, fill, submit } = await mount(createSandbox().fail(changePassword, 0, undefined, { drop: true }));
    await fill(known, next);
    await submit();
    await waitFor(() => expect(view.getByRole('alert').textContent).to.contain("couldn't confirm the change"));
  });

  it('is read-only, or calmly unavailable, where the host says so', async () => {
    const { pane } = await mount(createSandbox(), html`<agni-change-password readonly></agni-change-password>`);
    expect(pane.shadowRoot?.querySelector('form')).to.equal(null);
    const { pane: off, provider, view } = await mount();
    provider.endpoints = { changePassword: null };
    await waitFor(() => expect(off.state).to.equal('unavailable'));
    view.getByText("This isn't available here.");
  });

  for (const [what, leave] of [
    ['it leaves the page', (pane: Element) => pane.remove()],
    ['somebody else signs in', (pane: Element) => pane.parentElement?.setAttribute('user-key', 'B')],
    ['the page is put away', () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))],
    ['the host resets it', (pane: Element) => (pane as AgniChangePassword).reset()],
  ] as const) {
    it(`forgets what was typed when ${what} (C59)`, async () => {
      const { pane, provider, fill } = await mount();
      await fill(known, next);
      expect(everythingIn(document)).to.contain(next);
      leave(pane);
      await provider.updateComplete;
      if (!pane.isConnected) provider.append(pane);
      await waitFor(() => expect(pane.state).to.equal('ready'));
      await pane.updateComplete;
      expect(everythingIn(document)).not.to.contain(next);
    });
  }

  it('lets passwords into no attribute, event, storage or address (C59)', async () => {
    const heard: unknown[] = [];
    const note = (event: Event) => void heard.push([event.type, (event as CustomEvent).detail]);
    const names = ['agni-before-change-password', 'agni-password-changed', 'agni-error', 'agni-dirty-change'];
    for (const name of names) addEventListener(name, note);
    const { pane, sandbox, fill, submit, view } = await mount();
    sandbox.fail(changePassword, 500, undefined, { times: 1 });
    await fill(known, next);
    await submit();
    await waitFor(() => view.getByRole('alert'));
    expect(pane.shadowRoot?.innerHTML).not.to.contain(next);
    await submit();
    await waitFor(() => view.getByText(/^Password changed/));
    const places = [everythingIn(document), heard, { ...localStorage }, { ...sessionStorage }, location.href];
    for (const secret of [known, next]) expect(JSON.stringify(places)).not.to.contain(secret);
    expect(heard.map((entry) => (entry as string[])[0])).to.include.members(names);
    for (const name of names) removeEventListener(name, note);
  });

  it('is accessible in light and dark', async () => {
    const { pane, provider } = await mount();
    for (const theme of ['light', 'dark'] as const) {
      provider.theme = theme;
      await pane.updateComplete;
      await expect(pane).to.be.accessible();
    }
  });
});

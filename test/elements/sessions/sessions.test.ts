import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/define/sessions.js';
import '../../../src/define/org-settings.js';
import '../../../src/define/security.js';
import { logout } from '../../../src/contract/auth.js';
import { getCurrentUser } from '../../../src/contract/me.js';
import { listSessions, revokeOtherSessions, revokeSession, type Session } from '../../../src/contract/sessions.js';
import type { AgniSecurity } from '../../../src/elements/security/agni-security.js';
import type { AgniSessions } from '../../../src/elements/sessions/agni-sessions.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { stopClock } from '../../clock.js';
import { everythingIn, mount as mountPane, untilClosed, untilState, viewOf } from '../../mount.js';
import { waitFor } from '../../queries.js';

const minute = 60_000;
const day = 24 * 60 * minute;

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

const mount = async (sandbox = createSandbox(), template = html`<agni-sessions></agni-sessions>`) => {
  const mounted = await mountPane<AgniSessions>(template, sandbox);
  const { pane, view, user } = mounted;
  const rows = () => [...(pane.shadowRoot?.querySelectorAll<HTMLElement>('[part=row]') ?? [])];
  const row = (device: string) => {
    const found = rows().find((one) => one.querySelector('.name')?.textContent === device);
    if (!found) throw new Error(`No ${device} among ${rows().map(({ textContent }) => textContent)}`);
    return found;
  };
  const press = async (name: string) => user.click(await waitFor(() => view.getByRole('button', { name })));
  const dialog = (name: string) => waitFor(() => view.getByRole('dialog', { name }));
  /** Revokes a session and confirms it. */
  const revoke = async (device: string) => {
    await press(`Revoke ${device}`);
    await dialog(`Revoke ${device}`);
    await press('Revoke');
  };
  const count = (expected: number) => waitFor(() => expect(rows()).to.have.length(expected));
  return { ...mounted, rows, row, press, dialog, revoke, count };
};

/** A sandbox that always lists these sessions, even after writes. */
const withSessions = (sessions: readonly Partial<Session>[], sandbox = createSandbox()) => {
  const data = sessions.map((session, index) => ({ id: `session-${index}`, is_current: false, ...session }));
  return sandbox.fail(listSessions, 200, undefined, { body: { success: true, message: '', data } });
};

const writes = (sandbox: Sandbox) =>
  sandbox.requests().filter(({ method, path }) => method !== 'GET' && !path.endsWith('/refresh'));

/** Opens another session of the same user. */
const signInElsewhere = async (sandbox: Sandbox) => {
  const ask = async (method: string, path: string, token?: string, body?: unknown) => {
    const response = await sandbox.fetch(new URL(path, location.href), {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return response.json();
  };
  const credentials = { email: 'owner@northwind.example', password: 'Purple-otter-42' };
  const { data } = await ask('POST', '/api/v1/auth/login', undefined, credentials);
  return (method: string, path: string) => ask(method, path, data.access_token);
};

describe('<agni-sessions>', () => {
  it('lists where the user is signed in, this device first, each in words with place and times', async () => {
    const { pane, view, rows, row } = await mount();
    expect(view.getByRole('heading', { name: 'Active Sessions', level: 2 })).to.exist;
    expect(view.getByRole('list', { name: 'Active sessions' })).to.exist;
    const [first, ...others] = rows();
    expect(first?.textContent).to.contain('This device');
    expect(first?.querySelector('.actions button')?.textContent?.trim()).to.equal('Sign Out');
    for (const other of others) expect(other.textContent).to.not.contain('This device');
    const phone = row('Safari 18 on iPhone').textContent?.replace(/\s+/g, ' ');
    expect(phone).to.match(/iOS 18\.5 · Galway, Ireland · Last active 9 hours ago · Signed in .*\d{4}/);
    expect(row('Safari 17 on iPad').textContent).to.contain('Not used for 30 days');
    expect(row('Chrome 140 on Windows 10').textContent).to.not.contain('Not used');
    await expect(pane).to.be.accessible();
  });

  it('puts this device first wherever the server lists it', async () => {
    const { rows } = await mount(withSessions([{ browser: 'Lynx' }, { browser: 'Firefox', is_current: true }]));
    expect(rows()[0]?.textContent).to.contain('Firefox');
  });

  it('puts the sessions of one device together, and says which began after this one', async () => {
    const [windows, linux] = [
      { browser: 'Chrome 140', os: 'Windows' },
      { browser: 'Firefox 141', os: 'Linux' },
    ];
    const { pane, rows } = await mount(
      withSessions([
        { ...linux, is_current: true, created_at: ago(3 * day) },
        { ...windows, created_at: ago(4 * day) },
        { ...linux, created_at: ago(5 * day) },
        { ...windows, created_at: ago(2 * day) },
      ]),
    );
    const shown = rows().map((row) => [
      row.querySelector('.name')?.textContent,
      [...row.querySelectorAll('.badge')].map(({ textContent }) => textContent),
    ]);
    expect(shown).to.deep.equal([
      ['Firefox 141 on Linux', ['This device', '2 sessions']],
      ['Firefox 141 on Linux', []],
      ['Chrome 140 on Windows', ['2 sessions']],
      ['Chrome 140 on Windows', ['New since you signed in here']],
    ]);
    await expect(pane).to.be.accessible();
  });

  it('has buttons and dialogs that tell sessions of the same device apart (D69)', async () => {
    const same = { browser: 'Chrome 156', os: 'Linux', ip_address: '203.0.113.9' };
    const { rows, view, press, dialog } = await mount(
      withSessions([
        { ...same, location: 'Galway, Ireland', last_active_at: ago(0) },
        { ...same, location: 'Cork, Ireland', last_active_at: ago(day) },
        { ...same, location: 'Cork, Ireland', last_active_at: ago(2 * day) },
        ...Array.from({ length: 16 }, () => same),
      ]),
    );
    expect(rows()).to.have.length(19);
    const names = view.getAllByRole('button').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());
    expect(new Set(names).size).to.equal(names.length);
    await press('Revoke Chrome 156 on Linux, Galway, Ireland');
    await dialog('Revoke Chrome 156 on Linux, Galway, Ireland');
  });

  it('names a device by what the server knows, else by what the browser calls itself', async () => {
    const known: [Partial<Session>, string][] = [
      [{ browser: 'Firefox 141', os: 'Linux', device: 'Desktop' }, 'Firefox 141 on Linux'],
      [{ browser: 'Safari 18', os: 'iOS 18.5', device: 'iPhone' }, 'Safari 18 on iPhone'],
      [{ browser: 'Chrome', device: 'Tablet' }, 'Chrome on Tablet'],
      [{ browser: 'Unknown', os: ' ', device: 'Fridge' }, 'Fridge'],
      [{ browser: 'Opera' }, 'Opera'],
      [{ user_agent: 'curl/8.9.1', browser: 'other', device: 'n/a' }, 'curl/8.9.1'],
      [{ user_agent: '' }, 'Unknown device'],
      [{}, 'Unknown device'],
    ];
    const { rows } = await mount(withSessions(known.map(([session]) => session)));
    const names = rows().map((one) => one.querySelector('.name')?.textContent);
    expect(names).to.deep.equal(known.map(([, name]) => name));
  });

  it('has an address in the page only while the user wants to see it, and announces it', async () => {
    const { pane, view, press } = await mount();
    const page = () => everythingIn(pane.shadowRoot as ShadowRoot);
    expect(page()).to.not.contain('203.0.113.40');
    await press('Show IP address Safari 18 on iPhone');
    const said = () => view.getAllByRole('status').map(({ textContent }) => textContent);
    expect(said()).to.include('IP address of Safari 18 on iPhone: 203.0.113.40');
    const hide = view.getByRole('button', { name: 'Hide IP address Safari 18 on iPhone' });
    expect(pane.shadowRoot?.activeElement).to.equal(hide);
    expect(page()).to.not.contain('198.51.100.23');
    await press('Hide IP address Safari 18 on iPhone');
    expect(page()).to.not.contain('203.0.113.40');
  });

  it('keeps relative times true', async () => {
    const { pane, provider, row, rows } = await mount();
    pane.remove();
    await stopClock(async (clock) => {
      provider.append(pane); // so that the pane's timers use the stopped clock
      await clock.tickAsync(2 * 60 * minute);
      await pane.updateComplete;
      expect(row('Safari 18 on iPhone').textContent).to.contain('11 hours ago');
      expect(rows()[0]?.textContent).to.contain('2 hours ago');
    });
  });

  it('shows times that cannot be parsed as they came, and calls nothing unused for that (C41)', async () => {
    const strange = { browser: 'Firefox', last_active_at: 'soonish', created_at: '2026-13-45' };
    const { pane, rows } = await mount(withSessions([strange, { browser: 'Ancient', last_active_at: ago(900 * day) }]));
    expect(rows()[0]?.textContent).to.contain('soonish').and.to.contain('2026-13-45');
    expect(rows()[0]?.textContent).to.not.contain('Not used');
    expect(rows()[1]?.textContent).to.contain('2 years ago').and.to.contain('Not used');
    expect(pane.shadowRoot?.textContent).to.not.contain('Invalid');
  });

  it('says now of a moment that is ahead of the reader’s clock (C40)', async () => {
    const { rows } = await mount(withSessions([{ browser: 'Firefox', last_active_at: ago(-day) }]));
    expect(rows()[0]?.textContent).to.contain('Last active now');
  });

  it('isolates names that turn around, clips those without end and asks about them in true order (C55)', async () => {
    const browser = `\u202eefas ${'M'.repeat(10_000)}`;
    const { pane, row, dialog, user } = await mount(withSessions([{ browser, location: '\u202eelsewhere' }]));
    const shown = pane.shadowRoot?.querySelector<HTMLElement>('.name');
    expect(shown?.querySelector('bdi bdi')).to.exist;
    expect(shown?.getBoundingClientRect().height).to.be.below(100);
    expect(pane.scrollWidth).to.be.at.most(pane.clientWidth);
    await user.click(row(browser).querySelector('.actions button') as HTMLElement);
    const asked = await dialog(`Revoke ${browser}`);
    expect(asked.querySelector('h2 bdi bdi')).to.exist;
  });

  it('turns pages of twenty', async () => {
    const many = Array.from({ length: 45 }, (_, index) => ({ browser: `Browser ${index}` }));
    const { view, rows, press } = await mount(withSessions(many));
    expect(rows()).to.have.length(20);
    await press('Next page');
    await press('Next page');
    expect(rows()).to.have.length(5);
    view.getByText('41–45 of 45');
  });

  it('asks before it ends a session, with the facts, and leaves it be when that is cancelled', async () => {
    const { pane, view, press, dialog, sandbox } = await mount();
    await press('Revoke Safari 18 on iPhone');
    const asked = await dialog('Revoke Safari 18 on iPhone');
    expect(asked.textContent).to.contain('Galway, Ireland').and.to.contain('9 hours ago');
    const cancel = view.getByRole('button', { name: 'Cancel' });
    expect(pane.shadowRoot?.activeElement).to.equal(cancel);
    await expect(pane).to.be.accessible();
    await press('Cancel');
    await waitFor(() => expect(view.queryByRole('dialog')).to.equal(null));
    const opener = view.getByRole('button', { name: 'Revoke Safari 18 on iPhone' });
    expect(pane.shadowRoot?.activeElement).to.equal(opener);
    expect(writes(sandbox)).to.be.empty;
  });

  it('ends a session, tells host and reader, and leads the focus on', async () => {
    const { pane, view, revoke, row, rows, count, sandbox } = await mount();
    const { id } = row('Safari 18 on iPhone').dataset;
    const index = rows().indexOf(row('Safari 18 on iPhone'));
    const revoked = oneEvent(pane, 'agni-session-revoked');
    await revoke('Safari 18 on iPhone');
    expect((await revoked).detail).to.deep.equal({ id, name: 'Safari 18 on iPhone' });
    await count(5);
    await waitFor(() => view.getByText('Session “Safari 18 on iPhone” revoked.'));
    expect(writes(sandbox).map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      `DELETE /api/v1/auth/sessions/${id}`,
    ]);
    expect(pane.shadowRoot?.activeElement?.closest('[part=row]')).to.equal(rows()[index]);
  });

  it('leads the focus to the last row when that was the one that ended', async () => {
    const { pane, rows, revoke, count } = await mount();
    const devices = rows().map((row) => row.querySelector('.name')?.textContent ?? '');
    await revoke(devices.at(-1) ?? '');
    await count(devices.length - 1);
    const last = () => rows().at(-1)?.querySelector('.actions button') ?? undefined;
    await waitFor(() => expect(pane.shadowRoot?.activeElement === last()).to.equal(true));
  });

  it('shows the next user the first page, without an address that the former one looked at', async () => {
    const list = Array.from({ length: 25 }, (_, index) => ({
      browser: `Browser ${index}`,
      ip_address: '198.51.100.7',
    }));
    const { view, provider, press, rows } = await mount(withSessions(list));
    await press('Next page');
    await press('Show IP address Browser 20');
    await waitFor(() => expect(rows()[0]?.textContent).to.contain('198.51.100.7'));
    provider.userKey = 'another user';
    await waitFor(() => view.getByText('1–20 of 25'));
    await press('Next page');
    expect(rows()[0]?.textContent).to.contain('Browser 20').and.not.to.contain('198.51.100.7');
  });

  it('says of a session in use today that it was', async () => {
    const { pane, press, dialog } = await mount(
      withSessions([
        { browser: 'Fresh', last_active_at: ago(0) },
        { browser: 'Old', last_active_at: ago(3 * day) },
      ]),
    );
    await press('Revoke Fresh');
    expect((await dialog('Revoke Fresh')).textContent).to.contain('Used today.');
    await press('Cancel');
    await untilClosed(pane);
    await press('Revoke Old');
    expect((await dialog('Revoke Old')).textContent).to.not.contain('Used today');
  });

  it('takes a session that is gone already for ended (C21)', async () => {
    const sandbox = createSandbox();
    const { pane, revoke, row, count } = await mount(sandbox);
    const { id } = row('Safari 18 on iPhone').dataset;
    const revoked = oneEvent(pane, 'agni-session-revoked');
    await sandbox.fetch(new URL(`/api/v1/auth/sessions/${id}`, location.href), { method: 'DELETE' });
    await revoke('Safari 18 on iPhone');
    expect((await revoked).detail.id).to.equal(id);
    await count(5);
  });

  it('ends once however often it is confirmed (C37)', async () => {
    const { press, dialog, view, count, sandbox } = await mount();
    await press('Revoke Safari 18 on iPhone');
    await dialog('Revoke Safari 18 on iPhone');
    const confirm = view.getByRole('button', { name: 'Revoke' });
    confirm.click();
    confirm.click();
    await count(5);
    expect(writes(sandbox)).to.have.length(1);
  });

  it('stays open and says why when it fails, and asks the server no second time by itself (C02)', async () => {
    const { pane, view, revoke, rows, sandbox } = await mount(createSandbox().fail(revokeSession, 500));
    const failed = oneEvent(pane, 'agni-error');
    await revoke('Safari 18 on iPhone');
    expect((await failed).detail).to.include({ operation: 'revokeSession', status: 500 });
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.contain('No session was revoked.');
    expect(view.getByRole('dialog')).to.exist;
    expect(rows()).to.have.length(6);
    expect(writes(sandbox)).to.have.length(1);
  });

  it('finds out by itself whether a lost answer meant ended (C02)', async () => {
    const sandbox = createSandbox();
    const lossy: typeof fetch = async (input, init) => {
      const response = await sandbox.fetch(input, init);
      if (!['GET', 'HEAD'].includes(new Request(input, init).method)) throw new TypeError('connection reset');
      return response;
    };
    const { view, revoke, press, dialog, count } = await mount({ ...sandbox, fetch: lossy });
    await revoke('Safari 18 on iPhone');
    await count(5);
    await press('Revoke All Other Sessions');
    const asked = await dialog('Revoke All Other Sessions');
    asked.querySelector<HTMLElement>('.primary')?.click();
    await count(1);
    await waitFor(() => view.getByText('All other sessions revoked.'));
    expect(writes(sandbox)).to.have.length(2);
  });

  it('opens the next dialog without the error and the message of the one before (D59)', async () => {
    const sandbox = createSandbox();
    const { pane, view, revoke, press, dialog, count } = await mount(sandbox);
    const message = () => pane.shadowRoot?.querySelector<HTMLElement>('[part=message]');
    sandbox.fail(revokeSession, 500, undefined, { times: 1 });
    await revoke('Safari 18 on iPhone');
    await waitFor(() => view.getByRole('alert'));
    await press('Cancel');
    await untilClosed(pane);
    await press('Revoke Safari 17 on iPad');
    await dialog('Revoke Safari 17 on iPad');
    expect(view.queryByRole('alert')).to.equal(null);
    await press('Revoke');
    await count(5);
    await waitFor(() => expect(message()?.textContent).to.equal('Session “Safari 17 on iPad” revoked.'));
    expect(message()?.offsetHeight).to.be.greaterThan(10);
    await press('Revoke All Other Sessions');
    await dialog('Revoke All Other Sessions');
    expect(message()?.textContent).to.equal('');
  });

  it('closes the dialog when the host makes the pane read-only', async () => {
    const { pane, view, press, dialog, sandbox } = await mount();
    await press('Revoke Safari 18 on iPhone');
    await dialog('Revoke Safari 18 on iPhone');
    pane.readonly = true;
    await pane.updateComplete;
    expect(view.queryByRole('dialog')).to.equal(null);
    expect(view.queryByRole('button', { name: /^Revoke/ })).to.equal(null);
    expect(writes(sandbox)).to.be.empty;
  });

  it('says to sign out instead where it turns out to be this session', async () => {
    const { view, revoke } = await mount(createSandbox().fail(revokeSession, 409));
    await revoke('Safari 18 on iPhone');
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.contain('Sign out instead');
  });

  it('ends nothing where the host says no, and says so', async () => {
    const { pane, view, revoke, sandbox } = await mount();
    pane.addEventListener('agni-before-revoke-session', ({ detail }) => {
      detail.waitUntil(Promise.reject(new Error('not approved')));
    });
    await revoke('Safari 18 on iPhone');
    const confirm = view.getByRole('button', { name: 'Revoke' });
    await waitFor(() => expect(confirm.getAttribute('aria-disabled')).to.equal('false'));
    view.getByText('Blocked by this site.');
    expect(writes(sandbox)).to.be.empty;
  });

  it('ends all others at once after naming their number, and says how many it were', async () => {
    const { pane, view, press, dialog, count, rows, sandbox } = await mount();
    await press('Revoke All Other Sessions');
    const asked = await dialog('Revoke All Other Sessions');
    expect(asked.textContent).to.contain('5 other sessions').and.to.contain('Chrome 140 on Windows 10');
    await expect(pane).to.be.accessible();
    const before = oneEvent(pane, 'agni-before-revoke-session');
    const revoked = oneEvent(pane, 'agni-session-revoked');
    asked.querySelector<HTMLElement>('.primary')?.click();
    expect((await before).detail.all).to.equal(true);
    expect((await revoked).detail).to.deep.equal({ all: true });
    await count(1);
    await waitFor(() => view.getByText('5 other sessions revoked.'));
    expect(view.queryByRole('button', { name: 'Revoke All Other Sessions' })).to.equal(null);
    expect(rows()[0]?.textContent).to.contain('This device');
    expect(pane.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Active Sessions');
    expect(writes(sandbox).map(({ path }) => path)).to.deep.equal(['/api/v1/auth/sessions/revoke-others']);
  });

  it('counts what the server ended, not what was listed', async () => {
    const body = { success: true, message: '', data: { revoked_count: 1 } };
    const { view, press, dialog } = await mount(createSandbox().fail(revokeOtherSessions, 200, undefined, { body }));
    await press('Revoke All Other Sessions');
    (await dialog('Revoke All Other Sessions')).querySelector<HTMLElement>('.primary')?.click();
    await waitFor(() => view.getByText('1 other session revoked.'));
  });

  it('signs out here: the whole page is signed out, and nothing of the user is left (C10)', async () => {
    const { pane, provider, press, sandbox } = await mount();
    const settings = document.createElement('agni-org-settings');
    provider.append(settings);
    await untilState(settings, 'ready');
    let asked = 0;
    provider.addEventListener('agni-auth-required', () => asked++);
    const event = oneEvent(provider, 'agni-sign-out');
    await press('Sign Out');
    expect((await event).cancelable).to.equal(true);
    await untilState(pane, 'signed-out');
    await untilState(settings, 'signed-out');
    expect(writes(sandbox).map(({ path }) => path)).to.deep.equal(['/api/v1/auth/logout']);
    for (const gone of [pane, settings]) {
      const page = everythingIn(gone.shadowRoot as ShadowRoot);
      for (const trace of ['Northwind', 'iPhone', 'Galway']) expect(page).to.not.contain(trace);
    }
    expect(asked, 'agni-auth-required is for sessions that end by themselves').to.equal(0);
  });

  it('asks for nothing after that until the user wants to see something again', async () => {
    const sandbox = createSandbox();
    let begun = 0;
    const counting: typeof fetch = (input, init) => {
      begun++;
      return sandbox.fetch(input, init);
    };
    const { pane, view, press } = await mount({ ...sandbox, fetch: counting });
    await press('Sign Out');
    await untilState(pane, 'signed-out');
    sandbox.as('MEMBER'); // as if another user has signed in on the host's own page
    const before = begun;
    window.dispatchEvent(new Event('focus'));
    window.dispatchEvent(new Event('online'));
    await sandbox.fetch(new URL('/api/v1/users/me', location.href)); // any other request would have begun by then
    expect(begun).to.equal(before);
    expect(pane.state).to.equal('signed-out');
    await press('Try Again');
    await untilState(pane, 'ready');
    expect(view.queryByRole('button', { name: 'Sign Out' })).to.exist;
  });

  it('does the same as a part of the whole pane for security', async () => {
    const { pane, view, user, sandbox } = await mountPane<AgniSecurity>(html`<agni-security></agni-security>`);
    const part = await waitFor(() => {
      const found = pane.shadowRoot?.querySelector('agni-sessions');
      if (!found) throw new Error('No sessions yet');
      return found;
    });
    await untilState(part, 'ready');
    const signOut = await waitFor(() => viewOf(part).getByRole('button', { name: 'Sign Out' }));
    await user.click(signOut);
    await untilState(pane, 'signed-out');
    expect(pane.shadowRoot?.querySelector('agni-sessions')).to.equal(null);
    sandbox.as('MEMBER');
    await user.click(view.getByRole('button', { name: 'Try Again' }));
    await untilState(pane, 'ready');
  });

  it('leaves signing out to a host that has its own way', async () => {
    const { pane, press, sandbox, view } = await mount();
    pane.addEventListener('agni-sign-out', (event) => event.preventDefault());
    await press('Sign Out');
    const button = view.getByRole('button', { name: 'Sign Out' });
    await waitFor(() => expect(button.getAttribute('aria-disabled')).to.equal('false'));
    expect(writes(sandbox)).to.be.empty;
    expect(pane.state).to.equal('ready');
  });

  it('waits for a host that asks first, and signs out once (C37)', async () => {
    const { pane, view, press, sandbox } = await mount();
    const held = Promise.withResolvers<void>();
    pane.addEventListener('agni-sign-out', ({ detail }) => detail.waitUntil(held.promise));
    await press('Sign Out');
    const busy = await waitFor(() => view.getByRole('button', { name: 'Signing out…' }));
    busy.click();
    expect(writes(sandbox)).to.be.empty;
    held.resolve();
    await untilState(pane, 'signed-out');
    expect(writes(sandbox)).to.have.length(1);
  });

  it('says that the user is still signed in when signing out fails, and when it is not known', async () => {
    const sandbox = createSandbox().fail(logout, 500);
    const { pane, view, press } = await mount(sandbox);
    await press('Sign Out');
    expect((await waitFor(() => view.getByRole('alert'))).textContent).to.contain("You're still signed in.");
    expect(pane.state).to.equal('ready');
    await expect(pane).to.be.accessible();
    sandbox.fail(logout, 0, undefined, { drop: true });
    await press('Sign Out');
    await waitFor(() => view.getByText(/We couldn't confirm that you're signed out/));
  });

  it('signs out under a new token where only the token had run out', async () => {
    const sandbox = createSandbox().fail(logout, 401, 'TOKEN_EXPIRED', { times: 1 });
    const { pane, press } = await mount(sandbox);
    await press('Sign Out');
    await untilState(pane, 'signed-out');
    expect(writes(sandbox).map(({ status }) => status)).to.deep.equal([401, 200]);
  });

  it('does not take a refusal for the end where the server does not say whether it is', async () => {
    const sandbox = createSandbox().fail(logout, 401, 'TOKEN_EXPIRED');
    const { pane, view, press } = await mount(sandbox);
    sandbox.fail(getCurrentUser, 0, undefined, { drop: true });
    await press('Sign Out');
    await waitFor(() => view.getByText(/You're still signed in/));
    expect(pane.state).to.equal('ready');
  });

  it('is signed out within one request once it was revoked elsewhere (C48)', async () => {
    const sandbox = createSandbox();
    const { provider, pane, rows, revoke } = await mount(sandbox);
    const elsewhere = await signInElsewhere(sandbox);
    const { id } = rows()[0]?.dataset ?? {};
    await elsewhere('DELETE', `/api/v1/auth/sessions/${id}`);
    const required = oneEvent(provider, 'agni-auth-required');
    await revoke('Safari 18 on iPhone');
    await required;
    await untilState(pane, 'signed-out');
    expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null);
  });

  it('shows on focus what was ended in another tab (C47)', async () => {
    const sandbox = createSandbox();
    const { row, count } = await mount(sandbox);
    const elsewhere = await signInElsewhere(sandbox);
    await elsewhere('DELETE', `/api/v1/auth/sessions/${row('Safari 18 on iPhone').dataset['id']}`);
    await elsewhere('DELETE', `/api/v1/auth/sessions/${row('Safari 17 on iPad').dataset['id']}`);
    window.dispatchEvent(new Event('focus'));
    await count(5); // two sessions fewer, and the new session that ended them
  });

  it('closes its dialog and hides addresses for the next user (C10)', async () => {
    const { pane, provider, press, dialog, sandbox, row } = await mount();
    await press('Show IP address Safari 18 on iPhone');
    await press('Revoke Safari 18 on iPhone');
    await dialog('Revoke Safari 18 on iPhone');
    sandbox.as('MEMBER');
    provider.userKey = 'somebody else';
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    await untilState(pane, 'ready');
    await waitFor(() => row('Safari 18 on iPhone'));
    expect(everythingIn(pane.shadowRoot as ShadowRoot)).to.not.contain('203.0.113.40');
  });

  it('stops what it asked for when it leaves the page (C07)', async () => {
    const signals: AbortSignal[] = [];
    const sandbox = createSandbox();
    const watching: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      if (request.url.includes('/auth/sessions')) signals.push(request.signal);
      return sandbox.fetch(request);
    };
    const { provider, pane } = await mount({ ...sandbox, fetch: watching });
    sandbox.fail(listSessions, 0, undefined, { delay: day });
    void pane.refresh();
    await waitFor(() => expect(signals).to.have.length(2));
    provider.replaceChildren();
    await waitFor(() => expect(signals[1]?.aborted).to.equal(true));
  });

  it('loads once however often it is moved (C08)', async () => {
    const { provider, pane, sandbox, rows } = await mount();
    const before = sandbox.requests().length;
    for (let move = 0; move < 20; move++) provider.append(pane);
    await pane.updateComplete;
    expect(sandbox.requests().length - before).to.be.at.most(2);
    expect(rows()).to.have.length(6);
  });

  it('discards an answer of the place it was asked before (C09)', async () => {
    const sandbox = createSandbox();
    const held = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    let isHeld = false;
    const slow: typeof fetch = async (input, init) => {
      if (isHeld) begun.resolve();
      if (isHeld) await held.promise;
      const response = await sandbox.fetch(new Request(input, { ...init, signal: null }));
      if (isHeld) answered.resolve();
      return response;
    };
    const { pane, provider, rows, count } = await mount({ ...sandbox, fetch: slow });
    isHeld = true;
    void pane.refresh();
    await begun.promise;
    provider.fetch = withSessions([{ browser: 'Elsewhere' }]).fetch;
    provider.baseUrl = '/elsewhere/..';
    await count(1);
    held.resolve();
    await answered.promise;
    await pane.updateComplete;
    expect(rows().map((row) => row.querySelector('.name')?.textContent)).to.deep.equal(['Elsewhere']);
  });

  it('is calmly unavailable where the server or the host has no sessions (C20)', async () => {
    const missing = await mount(createSandbox().fail(listSessions, 404));
    expect(missing.pane.state).to.equal('unavailable');
    const { pane, provider, view } = await mount();
    provider.endpoints = { revokeSession: null, revokeOtherSessions: null, logout: null };
    await waitFor(() => view.getByText("You can't revoke sessions here."));
    expect(view.queryByRole('button', { name: /^Revoke|^Sign Out/ })).to.equal(null);
    expect(pane.state).to.equal('ready');
  });

  it('lets nothing be ended where it is read-only', async () => {
    const { pane, view } = await mount(undefined, html`<agni-sessions readonly></agni-sessions>`);
    view.getByText('These settings are read-only.');
    expect(view.queryByRole('button', { name: /^Revoke|^Sign Out/ })).to.equal(null);
    await expect(pane).to.be.accessible();
  });

  it('says so where the user is signed in nowhere else, or nothing is listed', async () => {
    const alone = await mount(withSessions([{ browser: 'Firefox', is_current: true }]));
    alone.view.getByText("You're not signed in anywhere else.");
    expect(alone.view.queryByRole('button', { name: 'Revoke All Other Sessions' })).to.equal(null);
    const empty = await mount(withSessions([]));
    empty.view.getByText('No active sessions.');
    expect(!!empty.view.queryByText("You're not signed in anywhere else.")).to.equal(false);
  });
});

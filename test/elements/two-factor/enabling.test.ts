import { expect, html, oneEvent } from '@open-wc/testing';
import { getCurrentUser } from '../../../src/contract/me.js';
import { verifyTwoFactor } from '../../../src/contract/two-factor-change.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { codeFor, readPicture } from '../../authenticator.js';
import { stopClock } from '../../clock.js';
import { everythingIn, untilState, user } from '../../mount.js';
import { waitFor } from '../../queries.js';
import { mount, password, writes } from './pane.js';

describe('<agni-two-factor> setting up', () => {
  it('goes from the password over picture and code to the recovery codes, and is on', async () => {
    const { pane, view, sandbox, begin, verify, dialog, codes, done } = await mount();
    view.getByText('Off');
    const secret = await begin();
    expect(secret).to.match(/^[A-Z2-7]{16,}$/);
    const enabled = oneEvent(pane, 'agni-two-factor-enabled');
    await verify(codeFor(secret));
    expect((await enabled).detail).to.have.all.keys('id');
    await dialog('Save your recovery codes');
    const { length } = codes();
    expect(length).to.be.within(8, 16);
    await done();
    view.getByText('On');
    view.getByText(new RegExp(`${length} recovery codes left`));
    expect(pane.shadowRoot?.activeElement?.textContent?.trim()).to.equal('New Recovery Codes');
    expect(writes(sandbox)).to.deep.equal(['setup', 'verify']);
    await pane.refresh();
    view.getByText('On');
  });

  for (const around of ['#ffffff', '#121214']) {
    it(`draws a picture that other software reads, with its quiet zone, on ${around}`, async () => {
      const { provider, pane, view, begin, still } = await mount();
      provider.theme = around === '#ffffff' ? 'light' : 'dark';
      const secret = await begin();
      const picture = view.getByRole('img', { name: 'QR code for your authenticator app' });
      const { text, totp } = await readPicture(picture as unknown as SVGElement, around);
      expect(text).to.match(/^otpauth:\/\/totp\//);
      expect(totp.secret.base32).to.equal(secret);
      expect(totp).to.include({ digits: 6, period: 30, algorithm: 'SHA1' });
      const [, , size] = picture.getAttribute('viewBox')!.split(' ').map(Number);
      const bars = picture
        .querySelector('path')!
        .getAttribute('d')!
        .match(/M\d+ \d+/g)!;
      const places = bars.flatMap((bar) => bar.slice(1).split(' ').map(Number));
      expect([Math.min(...places), Math.max(...places)]).to.deep.equal([4, size! - 5]);
      expect(picture.querySelector('rect')).to.exist;
      await still();
      await expect(pane).to.be.accessible();
    });
  }

  it('asks for the password in a form that password managers know', async () => {
    const { root, press, dialog, field } = await mount();
    await press('Enable Two-Factor Authentication');
    await dialog('Enable Two-Factor Authentication');
    const inputs = [...root.querySelectorAll<HTMLInputElement>('dialog form input')];
    expect(inputs.map(({ autocomplete }) => autocomplete)).to.deep.equal(['username', 'current-password']);
    expect(inputs[0]?.value).to.equal('owner@northwind.example');
    expect(root.activeElement).to.equal(field('Password'));
  });

  it('asks for the code in one field that takes pasted and filled-in codes', async () => {
    const { root, view, begin, field, verify } = await mount();
    const secret = await begin();
    const code = field('Verification Code');
    expect(root.activeElement).to.equal(code);
    expect(code.getAttribute('autocomplete')).to.equal('one-time-code'); // Firefox has no property for this value
    expect(code).to.include({ inputMode: 'numeric', maxLength: -1 });
    await verify(` ${codeFor(secret).replace(/...$/, ' $&')} `);
    await view.findByRole('dialog', { name: 'Save your recovery codes' });
  });

  it('takes wrong passwords and codes for what they are, and names the clock (C15, C40)', async () => {
    const { pane, provider, sandbox, press, view, begin, verify, closed, fieldError, field } = await mount();
    let signedOut = 0;
    provider.addEventListener('agni-auth-required', () => signedOut++);
    await press('Enable Two-Factor Authentication');
    await user.fill(await view.findByLabelText('Password'), 'not my password');
    await press('Continue');
    await waitFor(() => expect(fieldError('Password')).to.equal('Incorrect password. Try again.'));
    await press('Cancel');
    await closed();
    const secret = await begin();
    await verify('12345');
    await waitFor(() => expect(fieldError('Verification Code')).to.equal('Enter the six digits from your app.'));
    await verify(codeFor(secret, 86_400_000));
    await waitFor(() => expect(fieldError('Verification Code')).to.match(/check the time on your phone/));
    expect(pane.shadowRoot?.activeElement).to.equal(field('Verification Code'));
    expect([pane.state, signedOut]).to.deep.equal(['ready', 0]);
    expect(writes(sandbox)).to.deep.equal(['setup', 'setup', 'verify']);
    await verify(codeFor(secret));
    await view.findByRole('dialog', { name: 'Save your recovery codes' });
  });

  it('says how long there is, and starts again for more of it', async () => {
    await stopClock(async (clock) => {
      const { view, press, begin } = await mount();
      const first = await begin();
      view.getByText(/^Expires in \d+ minutes?\.$/);
      expect(view.queryByRole('button', { name: 'Start Again' })).to.equal(null);
      for (let minute = 0; minute < 60 && !view.queryByText(/ seconds\.$/); minute++) await clock.tickAsync(30_000);
      view.getByText(/^Expires in \d+ seconds?\.$/);
      view.getByText(/expires in less than a minute/);
      await clock.tickAsync(60_000);
      view.getByText(/^Setup has expired/);
      await press('Start Again');
      await user.fill(await view.findByLabelText('Password'), password);
      await press('Continue');
      await view.findByRole('img');
      expect(view.getByLabelText<HTMLInputElement>('Setup Key').value).not.to.equal(first);
      view.getByText(/^Expires in \d+ minutes?\.$/);
    });
  });

  it('begins again where the server has forgotten the set-up', async () => {
    const { view, root, sandbox, begin, verify, field } = await mount();
    const secret = await begin();
    sandbox.clock.advance(3_600_000);
    await verify(codeFor(secret, 3_600_000));
    await waitFor(() => view.getByText(/^Setup expired before/));
    expect(root.activeElement).to.equal(field('Password'));
    await user.fill(field('Password'), password);
    await user.click(view.getByRole('button', { name: 'Continue' }));
    await view.findByRole('img');
    await verify(codeFor(field('Setup Key').value, 3_600_000));
    await view.findByRole('dialog', { name: 'Save your recovery codes' });
  });

  for (const [what, offset] of [
    ['a day behind', -86_400_000],
    ['a day ahead', 86_400_000],
  ] as const) {
    it(`counts down by the server's clock for a reader whose clock is ${what} (C40) (D45)`, async () => {
      const sandbox = createSandbox();
      sandbox.clock.advance(-offset);
      const { view, begin, verify } = await mount(sandbox);
      const secret = await begin();
      view.getByText('Expires in 10 minutes.');
      expect(view.queryByText(/expired/)).to.equal(null);
      await verify(codeFor(secret, -offset));
      await view.findByRole('dialog', { name: 'Save your recovery codes' });
    });
  }

  it('sends one of each however often it is pressed (C37)', async () => {
    const { root, view, sandbox, press } = await mount();
    await press('Enable Two-Factor Authentication');
    await user.fill(await view.findByLabelText('Password'), password);
    const form = root.querySelector<HTMLFormElement>('dialog form')!;
    form.requestSubmit();
    form.requestSubmit();
    await press('Continue');
    const key = await view.findByLabelText<HTMLInputElement>('Setup Key');
    await user.fill(view.getByLabelText('Verification Code'), codeFor(key.value));
    const second = root.querySelector<HTMLFormElement>('dialog form')!;
    second.requestSubmit();
    second.requestSubmit();
    await view.findByRole('dialog', { name: 'Save your recovery codes' });
    expect(writes(sandbox)).to.deep.equal(['setup', 'verify']);
  });

  it('sends nothing where the host cancels, and says so', async () => {
    const { pane, view, sandbox, press } = await mount();
    pane.addEventListener('agni-before-enable-two-factor', (event) => {
      event.detail.waitUntil(Promise.reject(new Error('not now')));
    });
    await press('Enable Two-Factor Authentication');
    await user.fill(await view.findByLabelText('Password'), password);
    await press('Continue');
    await waitFor(() => view.getByText('Blocked by this site.'));
    expect(writes(sandbox)).to.be.empty;
  });

  it('says what is true where the recovery codes were lost on the way', async () => {
    const sandbox = createSandbox();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const answer = await sandbox.fetch(request);
      if (request.url.endsWith('/2fa/verify')) throw new TypeError('Failed to fetch');
      return answer;
    };
    const { view, begin, verify, closed } = await mount({ ...sandbox, fetch });
    await verify(codeFor(await begin()));
    await closed();
    view.getByText(/we couldn't get your recovery codes/);
    view.getByText('On');
    view.getByRole('button', { name: 'New Recovery Codes' });
  });

  it('ends calmly where it was switched on elsewhere meanwhile', async () => {
    const sandbox = createSandbox();
    const { view, press, closed } = await mount(sandbox);
    const other = await mount(sandbox);
    await other.enable();
    await press('Enable Two-Factor Authentication');
    await user.fill(await view.findByLabelText('Password'), password);
    await press('Continue');
    await closed();
    view.getByText('Two-factor authentication is already on.');
    view.getByText('On');
  });

  for (const [what, leave] of [
    ['it is cancelled', (_pane: Element, cancel: () => void) => cancel()],
    ['it leaves the page', (pane: Element) => pane.remove()],
    ['somebody else signs in', (pane: Element) => pane.parentElement?.setAttribute('user-key', 'B')],
    [
      'the page is put away (C46)',
      () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
    ],
  ] as const) {
    it(`forgets the key when ${what} (C59)`, async () => {
      const { pane, provider, view, begin, closed } = await mount();
      const secret = await begin();
      expect(everythingIn(document)).to.contain(secret);
      expect(pane.shadowRoot?.innerHTML).not.to.contain(secret);
      leave(pane, () => view.getByRole('button', { name: 'Cancel' }).click());
      await provider.updateComplete;
      if (!pane.isConnected) provider.append(pane);
      await closed();
      expect(everythingIn(document)).not.to.contain(secret);
    });
  }

  it('says that a setup was begun once its dialog is closed', async () => {
    const { view, begin, press, closed } = await mount();
    await begin();
    await press('Cancel');
    await closed();
    view.getByText(/^You started setup but didn't finish/);
  });

  it('is not offered where it is read-only, switched off, or a matter of Google', async () => {
    const { view } = await mount(createSandbox(), html`<agni-two-factor readonly></agni-two-factor>`);
    view.getByText('These settings are read-only.');
    expect(view.queryByRole('button')).to.equal(null);
    const off = await mount();
    off.provider.endpoints = { setUpTwoFactor: null };
    await waitFor(() => off.view.getByText("This isn't available here."));
  });

  it('says how long to wait after too many attempts', async () => {
    const headers = { 'Retry-After': '61' };
    const { view, begin, verify, sandbox } = await mount();
    const secret = await begin();
    sandbox.fail(verifyTwoFactor, 429, undefined, { headers });
    await verify(codeFor(secret));
    await waitFor(() => view.getByText('Too many attempts. Try again in 2 minutes.'));
  });

  it('sends a user who signs in with Google to their Google account', async () => {
    const sandbox = createSandbox();
    const body = await (await sandbox.fetch(new URL('/api/v1/users/me', location.href))).json();
    const data = { ...body.data, auth_provider: 'google' };
    const { view } = await mount(sandbox.fail(getCurrentUser, 200, undefined, { body: { ...body, data } }));
    view.getByText(/^You sign in with Google/);
    expect(!!view.queryByRole('button')).to.equal(false);
  });

  it('does not tell the next user that it was on already', async () => {
    const { pane, provider, press, sandbox, view } = await mount();
    await press('Enable Two-Factor Authentication');
    const elsewhere = await mount(sandbox);
    await elsewhere.enable();
    await elsewhere.done();
    await user.fill(view.getByLabelText('Password'), password);
    await press('Continue');
    await view.findByText('Two-factor authentication is already on.');
    provider.userKey = 'the next user';
    await provider.updateComplete;
    await untilState(pane, 'ready');
    expect(!!view.queryByText('Two-factor authentication is already on.')).to.equal(false);
  });
});

import { expect, oneEvent } from '@open-wc/testing';
import { getTwoFactor } from '../../../src/contract/two-factor.js';
import { disableTwoFactor, replaceRecoveryCodes } from '../../../src/contract/two-factor-change.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { codeFor } from '../../authenticator.js';
import { user } from '../../mount.js';
import { waitFor } from '../../queries.js';
import { mount as mountPane, password, writes } from './pane.js';

/** Milliseconds until the next code: a code works only once. */
const later = 30_000;

/** The pane of a user with two-factor authentication. */
async function mount() {
  const mounted = await mountPane();
  const { secret, codes } = await mounted.enable();
  await mounted.done();
  mounted.sandbox.clock.advance(later);
  /** Opens a dialog and fills it in. */
  const fill = async (opener: string, label: string, code: string, typed = password) => {
    await mounted.press(opener);
    await mounted.dialog(opener);
    await user.fill(mounted.field('Password'), typed);
    await user.fill(mounted.field(label), code);
  };
  const disable = async (code: string, typed = password) => {
    await fill('Disable Two-Factor Authentication', 'Verification or Recovery Code', code, typed);
    await mounted.press('Disable');
  };
  const replace = async (code: string, typed = password) => {
    await fill('New Recovery Codes', 'Verification Code', code, typed);
    await mounted.press('Continue');
  };
  return { ...mounted, secret, owned: codes, code: () => codeFor(secret, later), disable, replace };
}

/** A sandbox whose user has a number of recovery codes left. */
function withCodes(recovery_codes_remaining: number) {
  const data = { enabled: true, method: 'totp', enabled_at: '2026-03-03T10:00:00Z', recovery_codes_remaining };
  const body = { success: true, message: '', data };
  return createSandbox().fail(getTwoFactor, 200, undefined, { body });
}

describe('<agni-two-factor> once it is on', () => {
  it('is turned off by password and code', async () => {
    const { pane, view, root, button, disable, code, closed, sandbox } = await mount();
    const off = oneEvent(pane, 'agni-two-factor-disabled');
    await disable(code());
    expect((await off).detail).to.have.all.keys('id');
    await closed();
    view.getByText('Off');
    await waitFor(() => expect(root.activeElement).to.equal(button('Enable Two-Factor Authentication')));
    expect(writes(sandbox)).to.deep.equal(['setup', 'verify', 'disable']);
  });

  it('closes its own dialog, and no other in the same element (D6)', async () => {
    const { root, view, disable, code } = await mount();
    const other = document.createElement('dialog');
    root.prepend(other);
    other.showModal();
    await disable(code());
    await waitFor(() => expect(root.querySelectorAll('dialog')).to.have.lengthOf(1));
    expect(other.open).to.equal(true);
    view.getByText('Off');
  });

  it('is turned off by password and a recovery code, which works once', async () => {
    const { view, disable, owned, closed } = await mount();
    await disable(`  ${owned[0]} `);
    await closed();
    view.getByText('Off');
  });

  it('is turned off by a code in other digits (D41)', async () => {
    const { view, disable, code, closed } = await mount();
    await disable(`\u200b${code().replace(/\d/g, (digit) => String.fromCharCode(0x966 + Number(digit)))}`);
    await closed();
    view.getByText('Off');
  });

  it('is turned off by a recovery code with other dashes (D41)', async () => {
    const { view, disable, owned, closed, sandbox } = await mount();
    await disable(`\u2060${(owned[0] ?? '').replaceAll('-', ' – ')}`);
    await closed();
    view.getByText('Off');
    expect(writes(sandbox).at(-1)).to.equal('disable');
  });

  it('says which of the two is wrong', async () => {
    const { view, disable, code, fieldError, press, closed } = await mount();
    await disable(code(), 'not my password');
    await waitFor(() => expect(fieldError('Password')).to.equal('Incorrect password. Try again.'));
    await press('Cancel');
    await closed();
    await disable(codeFor('JBSWY3DPEHPK3PXP', later));
    await waitFor(() => expect(fieldError('Verification or Recovery Code')).to.match(/Incorrect code/));
    await press('Cancel');
    await closed();
    await disable('none-of-mine');
    await waitFor(() => expect(fieldError('Verification or Recovery Code')).to.match(/Incorrect recovery code/));
    await press('Cancel');
    await closed();
    await disable('  ', ' ');
    await waitFor(() => expect(fieldError('Verification or Recovery Code')).to.match(/Enter the six digits/));
    view.getByText('On');
  });

  it('replaces the recovery codes, and the old ones no longer work', async () => {
    const { pane, replace, code, owned, dialog, codes, done, disable, fieldError, secret, sandbox, closed } =
      await mount();
    const replaced = oneEvent(pane, 'agni-recovery-codes-replaced');
    await replace(code());
    await replaced;
    await dialog('Save your recovery codes');
    const fresh = codes();
    expect(fresh).to.have.lengthOf(owned.length);
    for (const old of owned) expect(fresh).not.to.contain(old);
    await done();
    await disable(owned[1] ?? '');
    await waitFor(() => expect(fieldError('Verification or Recovery Code')).to.match(/Incorrect recovery code/));
    sandbox.clock.advance(later);
    await user.fill(pane.shadowRoot!.querySelector('[name=code]')!, codeFor(secret, 2 * later));
    pane.shadowRoot!.querySelector<HTMLFormElement>('dialog form')!.requestSubmit();
    await closed();
  });

  it('asks a recovery code neither of nor for new recovery codes', async () => {
    const { replace, owned, fieldError, sandbox } = await mount();
    await replace(owned[0] ?? '');
    await waitFor(() => expect(fieldError('Verification Code')).to.equal('Enter the six digits from your app.'));
    expect(writes(sandbox)).not.to.contain('recovery-codes');
  });

  for (const [count, words] of [
    [2, 'You have 2 recovery codes left. Create new ones before you run out.'],
    [1, 'You have 1 recovery code left. Create new ones before you run out.'],
    [0, "You have no recovery codes left. If you lose your authenticator app, you can't sign in. Create new ones now."],
  ] as const) {
    it(`warns when ${count} recovery codes are left`, async () => {
      const { pane, view } = await mountPane(withCodes(count));
      view.getByText(words);
      await expect(pane).to.be.accessible();
    });
  }

  it('does not warn of three, and says since when it is on', async () => {
    const { view, root } = await mountPane(withCodes(3));
    expect(view.queryByText(/Create new ones/)).to.equal(null);
    expect(root.querySelector('.facts')?.textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      'on since Mar 3, 2026 · 3 recovery codes left',
    );
  });

  it('says what is not known where an answer was lost', async () => {
    const { view, replace, code, sandbox } = await mount();
    sandbox.fail(replaceRecoveryCodes, 0, undefined, { drop: true });
    await replace(code());
    await waitFor(() => expect(view.getByRole('alert').textContent).to.contain("couldn't confirm the change"));
  });

  it('says so where it was turned off elsewhere and there are no codes to replace', async () => {
    const { sandbox, view, replace, code, closed } = await mount();
    sandbox.fail(replaceRecoveryCodes, 409);
    sandbox.fail(getTwoFactor, 200, undefined, { body: { success: true, message: '', data: { enabled: false } } });
    await replace(code());
    await closed();
    view.getByText(/is off, so there are no codes/);
    view.getByText('Off');
  });

  it('takes off for off where only the answer was lost, or another page was faster', async () => {
    const { sandbox, view, disable, code, closed } = await mount();
    sandbox.fail(disableTwoFactor, 409);
    sandbox.fail(getTwoFactor, 200, undefined, { body: { success: true, message: '', data: { enabled: false } } });
    await disable(code());
    await closed();
    view.getByText('Off');
  });

  it('changes nothing where the host cancels, and says so', async () => {
    const { pane, view, sandbox, disable, code } = await mount();
    pane.addEventListener('agni-before-disable-two-factor', (event) => event.preventDefault());
    await disable(code());
    await waitFor(() => view.getByText('Blocked by this site.'));
    expect(writes(sandbox)).not.to.contain('disable');
  });

  it('is accessible with its dialogs open, in light and dark', async () => {
    const { pane, provider, press, dialog, still, closed } = await mount();
    for (const theme of ['light', 'dark'] as const) {
      provider.theme = theme;
      for (const opener of ['Disable Two-Factor Authentication', 'New Recovery Codes']) {
        await press(opener);
        await dialog(opener);
        await still();
        await expect(pane).to.be.accessible();
        await press('Cancel');
        await closed();
      }
    }
  });

  it('shows the error of a dialog in no later one', async () => {
    const { view, press, disable, replace, code, closed, fieldError, sandbox } = await mount();
    await replace(code(), 'a wrong password');
    await waitFor(() => expect(fieldError('Password')).to.be.a('string'));
    await press('Cancel');
    await closed();
    await press('Disable Two-Factor Authentication');
    expect(fieldError('Password')).to.equal(undefined);
    await press('Cancel');
    await closed();
    sandbox.fail(disableTwoFactor, 500, undefined, { times: 1 });
    await disable(code());
    await waitFor(() => expect(view.getByRole('alert').textContent).not.to.equal(''));
    await press('Cancel');
    await closed();
    await press('Disable Two-Factor Authentication');
    expect(!!view.queryByRole('alert')).to.equal(false);
  });

  it('takes the note of the dialog before away as soon as another one opens', async () => {
    const mounted = await mount();
    const { view, press, code, closed } = mounted;
    await press('New Recovery Codes');
    await mounted.dialog('New Recovery Codes');
    const elsewhere = await mountPane(mounted.sandbox);
    await elsewhere.press('Disable Two-Factor Authentication');
    await elsewhere.dialog('Disable Two-Factor Authentication');
    await user.fill(elsewhere.field('Password'), password);
    await user.fill(elsewhere.field('Verification or Recovery Code'), mounted.owned[0] ?? '');
    await elsewhere.press('Disable');
    await elsewhere.closed();
    await user.fill(mounted.field('Password'), password);
    await user.fill(mounted.field('Verification Code'), code());
    await press('Continue');
    await view.findByText('Two-factor authentication is off, so there are no codes to replace.');
    await press('Enable Two-Factor Authentication');
    await view.findByLabelText('Password');
    expect(!!view.queryByText(/so there are no codes to replace/)).to.equal(false);
    await press('Cancel');
    await closed();
  });
});

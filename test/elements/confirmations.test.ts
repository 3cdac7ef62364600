import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import '../../src/define/all.js';
import { getTwoFactor } from '../../src/contract/two-factor.js';
import type { Pane } from '../../src/elements/base/pane.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/create-sandbox.js';
import { mount, user } from '../mount.js';
import { waitFor, within } from '../queries.js';

const twoFactorOn = () => {
  const data = { enabled: true, method: 'totp', recovery_codes_remaining: 9 };
  return createSandbox().fail(getTwoFactor, 200, undefined, { body: { success: true, message: '', data } });
};

/** Confirmation dialogs: name, pane, and the names of the controls that are pressed in order to open the dialog. */
const confirmations: [string, TemplateResult, (string | RegExp)[], (() => Sandbox)?][] = [
  ['delete a key', html`<agni-api-keys></agni-api-keys>`, ['Actions for Production', 'Delete']],
  ['replace a key', html`<agni-api-keys></agni-api-keys>`, ['Actions for Production', 'Replace']],
  ['set up two-factor', html`<agni-two-factor></agni-two-factor>`, ['Enable Two-Factor Authentication']],
  [
    'turn two-factor off',
    html`<agni-two-factor></agni-two-factor>`,
    ['Disable Two-Factor Authentication'],
    twoFactorOn,
  ],
  ['replace recovery codes', html`<agni-two-factor></agni-two-factor>`, ['New Recovery Codes'], twoFactorOn],
  ['revoke a session', html`<agni-sessions></agni-sessions>`, ['Revoke Safari 18 on iPhone']],
  ['revoke all sessions', html`<agni-sessions></agni-sessions>`, ['Revoke All Other Sessions']],
  ['remove a user', html`<agni-users></agni-users>`, [/^Actions for Ben/, 'Remove']],
  ['change a role', html`<agni-users></agni-users>`, [/^Actions for Ben/, 'Change role']],
  ['disconnect GoHighLevel', html`<agni-ghl></agni-ghl>`, ['Disconnect GoHighLevel']],
  ['disconnect an account', html`<agni-calcom></agni-calcom>`, ['Disconnect Front desk']],
  ['disconnect all accounts', html`<agni-calcom></agni-calcom>`, ['Disconnect All Accounts']],
];

describe('a dialog that asks before', () => {
  for (const [what, template, names, sandbox = createSandbox] of confirmations) {
    it(`has its consequence as its description: ${what} (D74)`, async () => {
      const { pane, view } = await mount<Pane>(template, sandbox());
      for (const name of names) {
        await waitFor(async () =>
          user.click(view.queryByRole('menuitem', { name }) ?? view.getByRole('button', { name })),
        );
      }
      const dialog = await view.findByRole('dialog');
      const description = dialog.getAttribute('aria-describedby') ?? '';
      const text = pane.shadowRoot?.getElementById(description)?.textContent?.replace(/\s+/g, ' ').trim();
      expect(text).to.match(/\w/);
      expect(within(dialog).queryAllByRole('button', { name: 'Cancel' })).to.have.length(1);
    });
  }
});

import { expect, html } from '@open-wc/testing';
import '../../src/define/all.js';
import { getTwoFactor } from '../../src/contract/all.js';
import type { AgniBeforeEvents } from '../../src/events.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/create-sandbox.js';
import { mount, user } from '../mount.js';
import { waitFor, within } from '../queries.js';

type Mounted = Awaited<ReturnType<typeof mount>>;

const press = async ({ view }: Mounted, name: string | RegExp) => user.click(await view.findByRole('button', { name }));
const fill = async ({ view }: Mounted, label: string, text: string) =>
  user.fill(await view.findByLabelText(label), text);
const openTab = async ({ view }: Mounted, name: RegExp | string) => user.click(await view.findByRole('tab', { name }));

/** Presses a button of the open dialog. */
async function confirm({ view }: Mounted, name: string): Promise<void> {
  const dialog = await view.findByRole('dialog', {});
  await user.click(within(dialog).getByRole('button', { name }));
}

/** Chooses an action in the menu of a row. */
async function choose(mounted: Mounted, row: string, action: string): Promise<void> {
  await press(mounted, `Actions for ${row}`);
  await user.click(await mounted.view.findByRole('menuitem', { name: action }));
}

async function inviteSeveral(mounted: Mounted): Promise<void> {
  await press(mounted, 'Invite several people');
  await fill(mounted, 'People', 'Eve Ohm <eve@northwind.example>\nAlan Kay <alan@northwind.example>');
  await press(mounted, 'Preview');
  await press(mounted, 'Send 2 invitations');
}

async function inviteOne(mounted: Mounted): Promise<void> {
  await fill(mounted, 'Email', 'eve@northwind.example');
  await fill(mounted, 'First Name', 'Eve');
  await fill(mounted, 'Last Name', 'Ohm');
  await press(mounted, 'Send Invitation');
}

async function createKey(mounted: Mounted): Promise<void> {
  await press(mounted, '+ New Key');
  await fill(mounted, 'Name', 'staging two');
  await press(mounted, 'Create Key');
}

async function connectCalcom(mounted: Mounted): Promise<void> {
  await press(mounted, 'Connect Cal.com');
  await fill(mounted, 'Account Name', 'Annex');
  await fill(mounted, 'Cal.com API Key', 'cal_live_annex');
  await confirm(mounted, 'Connect Cal.com');
}

async function reconnectCalcom(mounted: Mounted): Promise<void> {
  await press(mounted, 'Reconnect Front desk');
  await fill(mounted, 'Cal.com API Key', 'cal_live_new');
  await confirm(mounted, 'Reconnect');
}

async function enableTwoFactor(mounted: Mounted): Promise<void> {
  await press(mounted, 'Enable Two-Factor Authentication');
  await fill(mounted, 'Password', 'Purple-otter-42');
  await confirm(mounted, 'Continue');
}

async function changePassword(mounted: Mounted): Promise<void> {
  await fill(mounted, 'Current Password', 'Purple-otter-42');
  for (const label of ['New Password', 'Confirm New Password']) await fill(mounted, label, 'Walnut harbour seven');
  await press(mounted, 'Change Password');
}

/** Types an email address, and leaves the field. */
async function typeEmail(mounted: Mounted, email: string): Promise<void> {
  await fill(mounted, 'Email', email);
  (await mounted.view.findByLabelText('Email')).dispatchEvent(new Event('change', { bubbles: true }));
}

const brokenCalcom = () =>
  createSandbox().integrations({ calcom: [{ account_name: 'Front desk', status: 'inactive' }] });
const manySeats = () => createSandbox({ seats: 100 });
const withTwoFactor = () =>
  createSandbox().fail(getTwoFactor, 200, undefined, {
    body: { success: true, message: '', data: { enabled: true, method: 'totp', recovery_codes_remaining: 8 } },
  });

type Attempt = readonly [
  tag: string,
  what: string,
  perform: (mounted: Mounted) => Promise<void>,
  makeSandbox?: () => Sandbox,
];

/** The user actions that fire each before-event. */
const attempts: Record<keyof AgniBeforeEvents, readonly Attempt[]> = {
  'agni-before-update-organization': [
    [
      'agni-org-settings',
      'a saved form',
      async (mounted) => {
        await fill(mounted, 'Organization Name', 'Northwind Dental Group');
        await press(mounted, 'Save Changes');
      },
    ],
    [
      'agni-invite-user',
      'an allowed domain',
      async (mounted) => {
        await typeEmail(mounted, 'eve@elsewhere.example');
        await press(mounted, 'Add this domain');
        await confirm(mounted, 'Add this domain');
      },
    ],
  ],
  'agni-before-update-profile': [
    [
      'agni-profile',
      'a saved form',
      async (mounted) => {
        await fill(mounted, 'First Name', 'Adaeze');
        await press(mounted, 'Save Changes');
      },
    ],
  ],
  'agni-before-create-api-key': [['agni-api-keys', 'a new key', createKey]],
  'agni-before-delete-api-key': [
    [
      'agni-api-keys',
      'a deleted key',
      async (mounted) => {
        await choose(mounted, 'Production', 'Delete');
        await fill(mounted, 'Type the name to confirm', 'Production');
        await confirm(mounted, 'Delete Key');
      },
    ],
  ],
  'agni-before-change-password': [['agni-change-password', 'a new password', changePassword]],
  'agni-before-enable-two-factor': [['agni-two-factor', 'a begun setup', enableTwoFactor]],
  'agni-before-disable-two-factor': [
    [
      'agni-two-factor',
      'an end of two-factor authentication',
      async (mounted) => {
        await press(mounted, 'Disable Two-Factor Authentication');
        await fill(mounted, 'Password', 'Purple-otter-42');
        await fill(mounted, 'Verification or Recovery Code', '123456');
        await confirm(mounted, 'Disable');
      },
      withTwoFactor,
    ],
  ],
  'agni-before-replace-recovery-codes': [
    [
      'agni-two-factor',
      'new recovery codes',
      async (mounted) => {
        await press(mounted, 'New Recovery Codes');
        await fill(mounted, 'Password', 'Purple-otter-42');
        await fill(mounted, 'Verification Code', '123456');
        await confirm(mounted, 'Continue');
      },
      withTwoFactor,
    ],
  ],
  'agni-sign-out': [['agni-sessions', 'a sign-out', (mounted) => press(mounted, 'Sign Out')]],
  'agni-before-revoke-session': [
    [
      'agni-sessions',
      'a revoked session',
      async (mounted) => {
        const [first] = await mounted.view.findAllByRole('button', { name: /^Revoke (?!All)/ });
        await user.click(first as HTMLElement);
        await confirm(mounted, 'Revoke');
      },
    ],
  ],
  'agni-before-change-user-role': [
    [
      'agni-users',
      'a changed role',
      async (mounted) => {
        await choose(mounted, 'Kofi Mensah', 'Change role');
        await user.choose(await mounted.view.findByLabelText('Role', { selector: 'dialog select' }), 'MEMBER');
        await confirm(mounted, 'Change Role');
      },
    ],
  ],
  'agni-before-remove-user': [
    [
      'agni-users',
      'a removed user',
      async (mounted) => {
        await choose(mounted, 'Kofi Mensah', 'Remove');
        await confirm(mounted, 'Remove');
      },
    ],
  ],
  'agni-before-send-invitation': [
    ['agni-invite-user', 'an invitation', inviteOne, manySeats],
    ['agni-invite-user', 'several invitations', inviteSeveral, manySeats],
  ],
  'agni-before-resend-invitation': [
    [
      'agni-users',
      'a resent invitation',
      async (mounted) => {
        await openTab(mounted, /^Pending invitations/);
        await choose(mounted, 'Nia Okafor', 'Resend');
      },
    ],
    [
      'agni-invite-user',
      'an invitation resent from the form',
      async (mounted) => {
        await typeEmail(mounted, 'nia.okafor@northwind.example');
        await press(mounted, /^Resend/);
      },
    ],
  ],
  'agni-before-revoke-invitation': [
    [
      'agni-users',
      'a revoked invitation',
      async (mounted) => {
        await openTab(mounted, /^Pending invitations/);
        await choose(mounted, 'Nia Okafor', 'Revoke invitation');
        await confirm(mounted, 'Revoke invitation');
      },
    ],
  ],
  'agni-before-connect-integration': [
    [
      'agni-ghl',
      'a connected service',
      (mounted) => press(mounted, 'Connect GoHighLevel'),
      () => createSandbox().integrations({ ghl: 'none' }),
    ],
    ['agni-calcom', 'a connected account', connectCalcom],
  ],
  'agni-before-disconnect-integration': [
    [
      'agni-ghl',
      'a disconnected service',
      async (mounted) => {
        await press(mounted, 'Disconnect GoHighLevel');
        await confirm(mounted, 'Disconnect GoHighLevel');
      },
    ],
    [
      'agni-calcom',
      'a disconnected account',
      async (mounted) => {
        await press(mounted, 'Disconnect Front desk');
        await confirm(mounted, 'Disconnect');
      },
    ],
    [
      'agni-calcom',
      'all disconnected accounts',
      async (mounted) => {
        await press(mounted, 'Disconnect All Accounts');
        await fill(mounted, 'Type disconnect to confirm', 'disconnect');
        await confirm(mounted, 'Disconnect All Accounts');
      },
    ],
  ],
  'agni-before-assign-integration-account': [
    [
      'agni-calcom',
      'an assigned account',
      async (mounted) => {
        await openTab(mounted, 'Agents');
        await user.choose(await mounted.view.findByLabelText('Cal.com account Reception'), 'None');
      },
    ],
  ],
};

const words = 'Ask the billing team first.';

/** Puts the element on the page of a host that refuses a write, and tries the write. */
async function refuse(name: keyof AgniBeforeEvents, [tag, , perform, makeSandbox]: Attempt, field?: string) {
  const mounted = await mount(html`${document.createElement(tag)}`, makeSandbox?.());
  mounted.pane.addEventListener(name, (event) => (event as CustomEvent).detail.refuse(words, field));
  await perform(mounted);
  const text = () => mounted.pane.shadowRoot?.textContent ?? '';
  await waitFor(() => expect(text()).to.contain(words));
  expect(text()).not.to.contain('Blocked by this site');
  return { ...mounted, writes: mounted.sandbox.requests().filter(({ method }) => method !== 'GET') };
}

describe('a host that refuses', () => {
  for (const [name, listed] of Object.entries(attempts) as [keyof AgniBeforeEvents, readonly Attempt[]][]) {
    for (const attempt of listed) {
      it(`${attempt[1]} in <${attempt[0]}> has its own words shown`, async () => {
        expect((await refuse(name, attempt)).writes).to.deep.equal([]);
      });
    }
  }

  for (const name of ['agni-before-assign-integration-account', 'agni-before-disconnect-integration'] as const) {
    it(`what follows a reconnected account has its own words shown: ${name}`, async () => {
      const { view } = await refuse(name, ['agni-calcom', 'a reconnected account', reconnectCalcom, brokenCalcom]);
      await view.findByText(/some agents still use the old connection.* Ask the billing team first\./);
    });
  }

  const fields: readonly [keyof AgniBeforeEvents, field: string, label: string, Attempt][] = [
    ['agni-before-create-api-key', 'name', 'Name', ['agni-api-keys', 'a new key', createKey]],
    ['agni-before-send-invitation', 'email', 'Email', ['agni-invite-user', 'an invitation', inviteOne, manySeats]],
    [
      'agni-before-send-invitation',
      'first_name',
      'First name of user 1',
      ['agni-invite-user', 'several invitations', inviteSeveral, manySeats],
    ],
    [
      'agni-before-send-invitation',
      'role',
      'Email of user 1',
      ['agni-invite-user', 'several invitations', inviteSeveral, manySeats],
    ],
    ['agni-before-enable-two-factor', 'password', 'Password', ['agni-two-factor', 'a begun setup', enableTwoFactor]],
    [
      'agni-before-connect-integration',
      'account_name',
      'Account Name',
      ['agni-calcom', 'a connected account', connectCalcom],
    ],
    [
      'agni-before-change-password',
      'new_password',
      'New Password',
      ['agni-change-password', 'a new password', changePassword],
    ],
  ];
  for (const [name, field, label, attempt] of fields) {
    it(`${attempt[1]} because of its ${field} has its words shown at ${label}`, async () => {
      const { pane, view, writes } = await refuse(name, attempt, field);
      expect(writes).to.deep.equal([]);
      const input = await view.findByLabelText(label);
      const described = (input.getAttribute('aria-describedby') ?? '').split(' ');
      const texts = described.map((id) => pane.shadowRoot?.getElementById(id)?.textContent?.trim());
      expect(texts).to.include(words);
      if (input.closest('table')) return; // the focus is on the button that sends the rows again
      await waitFor(() => expect(pane.shadowRoot?.activeElement === input).to.equal(true));
    });
  }
});

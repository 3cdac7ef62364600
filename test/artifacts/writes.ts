import type { Locator, Page } from 'playwright';
import * as contract from '../../src/contract/all.js';
import type { AgniAfterEvents } from '../../src/events.js';
import type { Api, TestWorkspace } from '../sandbox/api.js';
import { Authenticator, type StepClock, step } from '../sandbox/authenticator.js';

/** The context of a write, in addition to the page. */
export interface Visit {
  readonly api: Api;
  readonly workspace: TestWorkspace;
  readonly clock: StepClock;
  /** The app that two-factor authentication was set up with. */
  authenticator?: Authenticator;
}

/** One change that users make with an element, and the steps for it. */
export interface Write {
  /** Completes "the artifact lets a user …". */
  readonly name: string;
  /** The element on the page. */
  readonly tag: string;
  /** The operation that the server receives at the end. */
  readonly operation: contract.Endpoint;
  /** The event that the host receives at the end. */
  readonly event?: keyof AgniAfterEvents;
  perform(page: Page, visit: Visit): Promise<void>;
}

const password = 'Purple-otter-42';
const nextPassword = 'Walnut harbour seven';

const button = (at: Page | Locator, name: string | RegExp) =>
  at.getByRole('button', { name, exact: typeof name === 'string' });
const field = (at: Page | Locator, label: string) => at.getByLabel(label, { exact: true });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

/** The next code of the authenticator app: the server accepts each code only once. */
async function nextCode({ clock, authenticator }: Visit): Promise<string> {
  if (!authenticator) throw new Error('Two-factor authentication was not set up');
  await clock.advance(step);
  return authenticator.at(clock.now);
}

async function saveRecoveryCodes(page: Page): Promise<void> {
  const codes = dialog(page, 'Save your recovery codes');
  await field(codes, 'I have saved these codes').check();
  await button(codes, 'Done').click();
  await codes.waitFor({ state: 'detached' });
}

async function storeKey(page: Page): Promise<void> {
  const shown = dialog(page, 'Save your API key');
  await field(shown, 'I have stored this key').check();
  await button(shown, 'Done').click();
  await shown.waitFor({ state: 'detached' });
}

/** Opens the list of pending invitations. */
async function openPending(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Pending invitations' }).click();
}

/** Connects a Cal.com account by its key. */
async function connectCalcom(page: Page, name: string): Promise<void> {
  await button(page, 'Connect Cal.com').click();
  const form = dialog(page, 'Connect Cal.com');
  await field(form, 'Account Name').fill(name);
  await field(form, 'Cal.com API Key').fill(`cal_live_${name.toLowerCase()}`);
  await button(form, 'Connect Cal.com').click();
  await button(page, `Disconnect ${name}`).waitFor();
}

/** Every write of every element; each leaves the data that the next one needs. Writes of one element are adjacent. */
export const writes: readonly Write[] = [
  {
    name: "change the organization's name, website and domains",
    tag: 'agni-org-settings',
    operation: contract.updateOrganization,
    event: 'agni-organization-updated',
    async perform(page) {
      await field(page, 'Organization Name').fill('Northwind Dental Care');
      await field(page, 'Website').fill('https://care.example');
      await field(page, 'Allowed Email Domains').fill('northwind.example, nw.example');
      await button(page, 'Save Changes').click();
    },
  },
  {
    name: 'change the region',
    tag: 'agni-org-settings',
    operation: contract.updateOrganization,
    event: 'agni-organization-updated',
    async perform(page) {
      const region = field(page, 'Region');
      const current = await region.inputValue();
      const values = await region
        .getByRole('option')
        .evaluateAll((options) => options.map((o) => (o as HTMLOptionElement).value));
      await region.selectOption(values.find((value) => value && value !== current) ?? '');
      await button(page, 'Save Changes').click();
      await button(dialog(page, 'Change Region'), 'Change Region').click();
    },
  },
  {
    name: 'change their own name',
    tag: 'agni-profile',
    operation: contract.updateCurrentUser,
    event: 'agni-profile-updated',
    async perform(page) {
      await field(page, 'First Name').fill('Adaeze');
      await button(page, 'Save Changes').click();
    },
  },
  {
    name: 'create an API key',
    tag: 'agni-api-keys',
    operation: contract.createApiKey,
    event: 'agni-api-key-created',
    async perform(page) {
      await button(page, '+ New Key').click();
      await field(dialog(page, 'New API Key'), 'Name').fill('Artifact');
      await button(page, 'Create Key').click();
      await storeKey(page);
    },
  },
  {
    name: 'replace an API key',
    tag: 'agni-api-keys',
    operation: contract.createApiKey,
    event: 'agni-api-key-created',
    async perform(page) {
      await button(page, 'Actions for Artifact').click();
      await page.getByRole('menuitem', { name: 'Replace' }).click();
      await button(dialog(page, 'Replace Artifact'), 'Replace').click();
      await storeKey(page);
    },
  },
  {
    name: 'delete an API key',
    tag: 'agni-api-keys',
    operation: contract.deleteApiKey,
    event: 'agni-api-key-deleted',
    async perform(page) {
      await button(page, 'Actions for Artifact').click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      const asked = dialog(page, 'Delete API key');
      await field(asked, 'Type the name to confirm').fill('Artifact');
      await button(asked, 'Delete Key').click();
    },
  },
  {
    name: 'resend an invitation',
    tag: 'agni-users',
    operation: contract.resendInvitation,
    event: 'agni-invitation-resent',
    async perform(page) {
      await openPending(page);
      await button(page, /^Actions for/)
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'Resend' }).click();
    },
  },
  {
    name: 'revoke an invitation',
    tag: 'agni-users',
    operation: contract.revokeInvitation,
    event: 'agni-invitation-revoked',
    async perform(page) {
      await openPending(page);
      await button(page, /^Actions for/)
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'Revoke invitation' }).click();
      await button(dialog(page, /^Revoke invitation/), 'Revoke invitation').click();
    },
  },
  {
    name: "change a user's role",
    tag: 'agni-users',
    operation: contract.changeUserRole,
    event: 'agni-user-role-changed',
    async perform(page) {
      await page.getByRole('tab', { name: 'Members' }).click();
      await button(page, 'Actions for Ben Lindqvist').click();
      await page.getByRole('menuitem', { name: 'Change role' }).click();
      const asked = dialog(page, 'Change role');
      await field(asked, 'Role').selectOption('MEMBER');
      await button(asked, 'Change Role').click();
    },
  },
  {
    name: 'remove a user',
    tag: 'agni-users',
    operation: contract.removeUser,
    event: 'agni-user-removed',
    async perform(page) {
      await button(page, 'Actions for Ben Lindqvist').click();
      await page.getByRole('menuitem', { name: 'Remove' }).click();
      const asked = dialog(page, /^Remove/);
      await button(asked, 'Remove').click();
    },
  },
  {
    name: 'invite one user',
    tag: 'agni-invite-user',
    operation: contract.inviteUser,
    event: 'agni-invitation-sent',
    async perform(page, { workspace }) {
      await field(page, 'Email').fill(`grace-${workspace.id}@northwind.example`);
      await field(page, 'First Name').fill('Grace');
      await field(page, 'Last Name').fill('Hopper');
      await button(page, 'Send Invitation').click();
    },
  },
  {
    name: 'allow the domain of an address',
    tag: 'agni-invite-user',
    operation: contract.updateOrganization,
    event: 'agni-organization-updated',
    async perform(page) {
      await field(page, 'Email').fill('edsger@elsewhere.example');
      await field(page, 'Email').blur();
      await button(page, 'Add this domain').click();
      await button(dialog(page, 'Add this domain'), 'Add this domain').click();
    },
  },
  {
    name: 'invite several users',
    tag: 'agni-invite-user',
    operation: contract.inviteUser,
    event: 'agni-invitation-sent',
    async perform(page, { workspace: { id } }) {
      await button(page, 'Invite several people').click();
      await field(page, 'People').fill(`Edsger Dijkstra <e-${id}@nw.example>\nBarbara Liskov <b-${id}@nw.example>`);
      await button(page, 'Preview').click();
      await button(page, 'Send 2 invitations').click();
    },
  },
  {
    name: 'disconnect GoHighLevel',
    tag: 'agni-ghl',
    operation: contract.disconnectGhl,
    event: 'agni-integration-disconnected',
    async perform(page) {
      await button(page, 'Disconnect GoHighLevel').click();
      await button(dialog(page, 'Disconnect GoHighLevel'), 'Disconnect GoHighLevel').click();
    },
  },
  {
    name: 'connect GoHighLevel',
    tag: 'agni-ghl',
    operation: contract.finishGhlAuthorization,
    event: 'agni-integration-connected',
    async perform(page) {
      const [consent] = await Promise.all([
        page.context().waitForEvent('page'),
        button(page, 'Connect GoHighLevel').click(),
      ]);
      await button(consent, 'Allow').click();
      await consent.getByRole('heading', { name: 'GoHighLevel is connected' }).waitFor();
      await consent.close();
    },
  },
  {
    name: 'connect a Cal.com account',
    tag: 'agni-calcom',
    operation: contract.connectCalcom,
    event: 'agni-integration-connected',
    perform: (page) => connectCalcom(page, 'Annex'),
  },
  {
    name: 'assign a Cal.com account to an agent',
    tag: 'agni-calcom',
    operation: contract.assignCalcomAgentAccount,
    event: 'agni-integration-account-assigned',
    async perform(page) {
      await page.getByRole('tab', { name: 'Agents' }).click();
      await field(page, 'Cal.com account Recall reminders').selectOption({ label: 'Annex' });
    },
  },
  {
    name: 'disconnect one Cal.com account',
    tag: 'agni-calcom',
    operation: contract.disconnectCalcom,
    event: 'agni-integration-disconnected',
    async perform(page) {
      await page.getByRole('tab', { name: 'Overview' }).click();
      await button(page, 'Disconnect Annex').click();
      await button(dialog(page, 'Disconnect Annex'), 'Disconnect').click();
    },
  },
  {
    name: 'disconnect all Cal.com accounts',
    tag: 'agni-calcom',
    operation: contract.disconnectCalcom,
    event: 'agni-integration-disconnected',
    async perform(page) {
      await button(page, 'Disconnect All Accounts').click();
      const asked = dialog(page, 'Disconnect All Accounts');
      await field(asked, 'Type disconnect to confirm').fill('disconnect');
      await button(asked, 'Disconnect All Accounts').click();
    },
  },
  {
    name: 'revoke one session',
    tag: 'agni-security',
    operation: contract.revokeSession,
    event: 'agni-session-revoked',
    async perform(page) {
      await button(page, /^Revoke (?!All)/)
        .first()
        .click();
      await button(dialog(page, /^Revoke (?!All)/), 'Revoke').click();
    },
  },
  {
    name: 'revoke all other sessions',
    tag: 'agni-security',
    operation: contract.revokeOtherSessions,
    event: 'agni-session-revoked',
    async perform(page) {
      await button(page, 'Revoke All Other Sessions').click();
      await button(dialog(page, 'Revoke All Other Sessions'), 'Revoke All Other Sessions').click();
    },
  },
  {
    name: 'change their password',
    tag: 'agni-security',
    operation: contract.changePassword,
    event: 'agni-password-changed',
    async perform(page) {
      await field(page, 'Current Password').fill(password);
      await field(page, 'New Password').fill(nextPassword);
      await field(page, 'Confirm New Password').fill(nextPassword);
      await button(page, 'Change Password').click();
    },
  },
  {
    name: 'begin to set up two-factor authentication (D1)',
    tag: 'agni-security',
    operation: contract.setUpTwoFactor,
    async perform(page, visit) {
      await button(page, 'Enable Two-Factor Authentication').click();
      const asked = dialog(page, 'Enable Two-Factor Authentication');
      await field(asked, 'Password').fill(nextPassword);
      await button(asked, 'Continue').click();
      await asked.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
      visit.authenticator = new Authenticator((await field(asked, 'Setup Key').inputValue()).replaceAll(' ', ''));
    },
  },
  {
    name: 'finish setting it up (D1)',
    tag: 'agni-security',
    operation: contract.verifyTwoFactor,
    event: 'agni-two-factor-enabled',
    async perform(page, visit) {
      await field(page, 'Verification Code').fill(await nextCode(visit));
      await button(page, 'Verify').click();
      await saveRecoveryCodes(page);
    },
  },
  {
    name: 'replace their recovery codes (D1)',
    tag: 'agni-security',
    operation: contract.replaceRecoveryCodes,
    event: 'agni-recovery-codes-replaced',
    async perform(page, visit) {
      await button(page, 'New Recovery Codes').click();
      const asked = dialog(page, 'New Recovery Codes');
      await field(asked, 'Password').fill(nextPassword);
      await field(asked, 'Verification Code').fill(await nextCode(visit));
      await button(asked, 'Continue').click();
      await saveRecoveryCodes(page);
    },
  },
  {
    name: 'turn two-factor authentication off (D1)',
    tag: 'agni-security',
    operation: contract.disableTwoFactor,
    event: 'agni-two-factor-disabled',
    async perform(page, visit) {
      await button(page, 'Disable Two-Factor Authentication').click();
      const asked = dialog(page, 'Disable Two-Factor Authentication');
      await field(asked, 'Password').fill(nextPassword);
      await field(asked, 'Verification or Recovery Code').fill(await nextCode(visit));
      await button(asked, 'Disable').click();
    },
  },
  {
    name: 'sign out',
    tag: 'agni-security',
    operation: contract.logout,
    async perform(page) {
      await button(page, 'Sign Out').click();
    },
  },
];

/** Writes that no element makes: hosts sign users in, the client renews tokens, and agents book appointments. */
export const notInElements: readonly contract.Endpoint[] = [
  contract.login,
  contract.answerTwoFactorChallenge,
  contract.refreshSession,
  contract.manageGhlAppointment,
  contract.manageCalcomAppointment,
  contract.connectCalcomAgent,
  contract.disconnectCalcomAgent,
];

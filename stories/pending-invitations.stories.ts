import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { type Invitation, listInvitations, resendInvitation, revokeInvitation } from '../src/contract/invitations.js';
import { createSandbox, type Sandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, found, never, paneControls, press, pressInMenu } from './story-helpers.js';
import '../src/define/users.js';

const meta: Meta = { title: 'Panes/Users/Pending invitations', component: 'agni-users', ...paneControls };
export default meta;

const story = createStory('agni-users');

const invitation = (index: number, more: Partial<Invitation> = {}) => ({
  id: `invitation-${index}`,
  email: `${index}@nw.example`,
  status: 'PENDING',
  ...more,
});

const listing = (invitations: readonly Invitation[]) =>
  createSandbox().fail(listInvitations, 200, undefined, { body: { success: true, message: '', data: invitations } });

/** A story that opens the tab and waits until `awaited` appears. */
const pending = (
  makeSandbox: () => Sandbox,
  awaited = '#pending-panel [part=row]',
  play?: (view: ShadowRoot) => Promise<unknown>,
) =>
  story(makeSandbox, async (view) => {
    (await found<HTMLElement>(view, '#pending-tab')).click();
    await found(view, awaited);
    await play?.(view);
  });

const alert = (view: ShadowRoot) => found(view, '[role=alert]');

export const Ready = pending(() => createSandbox());
export const Loading = pending(
  () => createSandbox().fail(listInvitations, 200, undefined, never),
  '#pending-panel .skeleton',
);
export const Empty = pending(() => listing([]), '#pending-panel .empty');
export const Failed = pending(() => createSandbox().fail(listInvitations, 500), '#pending-panel .notice');
export const Unavailable = pending(() => createSandbox().fail(listInvitations, 404), '#pending-panel .notice');
export const AsMember = pending(() => createSandbox().as('MEMBER'));
export const Readonly: StoryObj = { ...pending(() => createSandbox()), args: { readonly: true } };
export const OddData = pending(() =>
  listing([
    invitation(1),
    invitation(2, { first_name: 'ليلى', last_name: 'الأندلسي', role: 'ADMIN', expires_at: 'soonish' }),
    invitation(3, { first_name: '\u202eelsewhere', last_name: 'Zoë 👩‍👩‍👧‍👦', role: 'BILLING', status: 'LOST' }),
    invitation(4, { first_name: 'x'.repeat(10_000), status: 'EXPIRED', expires_at: '2026-11-01T08:00:00Z' }),
    invitation(5, { role: 'OWNER', status: 'EXPIRED' }),
  ]),
);
export const Pages = pending(
  () => listing(Array.from({ length: 45 }, (_, index) => invitation(index))),
  '#pending-panel .pager',
  (view) => press(view, 'Next page'),
);
export const Resending = pending(
  () => createSandbox().fail(resendInvitation, 200, undefined, never),
  undefined,
  (view) => pressInMenu(view, 'Nia Okafor', 'Resend'),
);
export const Resent = pending(
  () => createSandbox(),
  undefined,
  (view) => pressInMenu(view, 'Nia Okafor', 'Resend'),
);
export const CoolingDown = pending(
  () => createSandbox().fail(resendInvitation, 429, 'RATE_LIMITED', { headers: { 'retry-after': '45' } }),
  undefined,
  async (view) => {
    await pressInMenu(view, 'Nia Okafor', 'Resend');
    await alert(view);
  },
);
export const MailNotSent = pending(
  () => createSandbox().fail(resendInvitation, 502),
  undefined,
  async (view) => {
    await pressInMenu(view, 'Nia Okafor', 'Resend');
    await alert(view);
  },
);
export const Revoking = pending(
  () => createSandbox(),
  undefined,
  async (view) => {
    await pressInMenu(view, 'Nia Okafor', 'Revoke invitation');
    await found(view, 'dialog[open]');
  },
);
export const NotRevoked = pending(
  () => createSandbox().fail(revokeInvitation, 500),
  undefined,
  async (view) => {
    await pressInMenu(view, 'Nia Okafor', 'Revoke invitation');
    await press(view, 'Revoke invitation');
    await alert(view);
  },
);

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { inviteUser, resendInvitation } from '../src/contract/invitations.js';
import { getOrganization } from '../src/contract/organization.js';
import { createSandbox, type Sandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, found, inPseudoLocale, never, paneControls, press, type } from './story-helpers.js';
import '../src/define/invite-user.js';

const meta: Meta = {
  title: 'Panes/Invite user',
  component: 'agni-invite-user',
  ...paneControls,
  args: { ...paneControls.args, 'no-role': false },
};
export default meta;

const story = createStory('agni-invite-user');

/** Types a user's address and name, and fires `change` on the address field. */
async function typeUser(view: ShadowRoot, email: string, first = 'Grace', last = 'Hopper') {
  await found(view, '#seats');
  type(view, 'email', email);
  view.querySelector('[name=email]')?.dispatchEvent(new Event('change', { bubbles: true }));
  type(view, 'first_name', first);
  type(view, 'last_name', last);
}

const send = async (view: ShadowRoot) => (await found<HTMLElement>(view, '.bulk .primary')).click();
const submit = (view: ShadowRoot) => view.querySelector('form')?.requestSubmit();

export const Ready = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const Loading = story(() => createSandbox().fail(getOrganization, 200, undefined, never), 'loading');
export const WithoutRole: StoryObj = { ...story(() => createSandbox()), args: { 'no-role': true } };
export const AsMember = story(() => createSandbox().as('MEMBER'));
export const Readonly: StoryObj = { ...story(() => createSandbox()), args: { readonly: true } };
export const SignedOut = story(() => createSandbox().as('anonymous'));
export const ServerFailed = story(() => createSandbox().fail(getOrganization, 500));
export const Offline = story(() => createSandbox().fail(getOrganization, 0, undefined, { drop: true }));
export const DomainsUnknown = story(() => {
  const body = { id: '0190aaaa-1111-7222-8333-444455556666', name: 'Quiet' };
  return createSandbox().fail(getOrganization, 200, undefined, { body });
});

export const NoSeatLeft = story(
  () => createSandbox({ seats: 10 }),
  async (view) => {
    await found(view, '#seats.warn');
  },
);

export const OtherDomain = story(
  () => createSandbox(),
  (view) => typeUser(view, 'grace@elsewhere.example'),
);

export const AddDomain = story(
  () => createSandbox(),
  async (view) => {
    await typeUser(view, 'grace@elsewhere.example');
    await press(view, 'Add this domain');
    await found(view, 'dialog[open]');
  },
);

export const AlreadyInvited = story(
  () => createSandbox(),
  (view) => typeUser(view, 'nia.okafor@northwind.example'),
);

export const ResendCoolingDown = story(
  () => createSandbox().fail(resendInvitation, 429, 'RATE_LIMITED', { headers: { 'retry-after': '45' } }),
  async (view) => {
    await typeUser(view, 'nia.okafor@northwind.example');
    await press(view, 'Resend Nia Okafor');
    await found(view, '[role=alert]');
  },
);

export const FieldErrors = story(
  () => createSandbox(),
  async (view) => {
    await typeUser(view, 'grace at northwind', '', 'x'.repeat(81));
    submit(view);
    await found(view, '[aria-invalid=true]');
  },
);

export const MailPreview = story(
  () => createSandbox(),
  async (view) => {
    await typeUser(view, 'layla@northwind.example', 'ليلى', 'الأندلسي 👩‍🚀');
    (await found<HTMLElement>(view, 'summary')).click();
  },
);

export const Sending = story(
  () => createSandbox().fail(inviteUser, 0, undefined, never),
  async (view) => {
    await typeUser(view, 'grace@northwind.example');
    submit(view);
    await found(view, '.foot [aria-disabled=true]');
  },
);

export const Sent = story(
  () => createSandbox(),
  async (view) => {
    await typeUser(view, 'grace@northwind.example');
    submit(view);
    await found(view, '[part=message]:not(:empty)');
  },
);

export const MailNotSent = story(
  () => createSandbox().fail(inviteUser, 502),
  async (view) => {
    await typeUser(view, 'grace@northwind.example');
    submit(view);
    await found(view, '[role=alert]');
  },
);

export const LimitReached = story(
  () => createSandbox().fail(inviteUser, 403, 'MEMBER_LIMIT_REACHED', { details: { max_members: 12 } }),
  async (view) => {
    await typeUser(view, 'grace@northwind.example');
    submit(view);
    await found(view, '[role=alert]');
  },
);

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `Person ${index + 1} <person.${index + 1}@northwind.example>`);

/** A story with these users pasted. With `play`, it opens the preview and continues there. */
const several = (text: string, makeSandbox: () => Sandbox, play?: (view: ShadowRoot) => Promise<unknown>) =>
  story(makeSandbox, async (view) => {
    await found(view, '#seats');
    await press(view, 'Invite several people');
    await found(view, 'textarea');
    type(view, 'users', text);
    if (!play) return;
    await press(view, 'Preview');
    await found(view, 'table');
    await play(view);
  });

const mixed = [
  ...lines(4),
  'Not an address',
  'Out Side <out@elsewhere.example>',
  'Mara Duarte <member@northwind.example>',
  '"الأندلسي, ليلى" <layla@nw.example>',
  'Twice <person.2@northwind.example>',
].join('\n');

const nothing = async () => undefined;
const roomy = () => createSandbox({ seats: 600 });

export const SeveralPasted = several(mixed, roomy);
export const SeveralPreview = several(mixed, roomy, (view) => found(view, '[aria-invalid=true]'));
export const SeveralHundred = several(lines(500).join('\n'), roomy, nothing);
export const SeveralBeyondSeats = several(lines(5).join('\n'), () => createSandbox({ seats: 12 }), nothing);

export const SeveralSending = several(
  lines(3).join('\n'),
  () => roomy().fail(inviteUser, 0, undefined, never),
  async (view) => {
    await send(view);
    await found(view, 'progress[max="3"]');
  },
);

export const SeveralSent = several(mixed, roomy, async (view) => {
  await found(view, '[aria-invalid=true]');
  await send(view);
  await found(view, '[part="badge badge-success"]');
});

export const SeveralHeldUp = several(
  lines(3).join('\n'),
  () => roomy().fail(inviteUser, 429, 'RATE_LIMITED', { headers: { 'retry-after': '45' } }),
  async (view) => {
    await send(view);
    await found(view, '[role=alert]');
  },
);

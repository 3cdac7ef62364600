import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { logout } from '../src/contract/auth.js';
import { listSessions, revokeSession, type Session } from '../src/contract/sessions.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, found, inPseudoLocale, never, paneControls, press, unrefreshed } from './story-helpers.js';
import '../src/define/sessions.js';

const meta: Meta = { title: 'Panes/Sessions', component: 'agni-sessions', ...paneControls };
export default meta;

const story = createStory('agni-sessions');

const listing = (sessions: readonly Partial<Session>[]) => {
  const data = sessions.map((session, index) => ({ id: `session-${index}`, is_current: !index, ...session }));
  return createSandbox().fail(listSessions, 200, undefined, { body: { success: true, message: '', data } });
};

export const Ready = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const Loading = story(() => createSandbox().fail(listSessions, 200, undefined, never), 'loading');
export const AsMember = story(() => createSandbox().as('MEMBER'));
export const Readonly: StoryObj = { ...story(() => createSandbox()), args: { readonly: true } };
export const SignedOut = story(() => createSandbox().as('anonymous'));
export const Refused = story(() => createSandbox().fail(listSessions, 403));
export const Unavailable = story(() => createSandbox().fail(listSessions, 404));
export const Offline = story(() => createSandbox().fail(listSessions, 0, undefined, { drop: true }));
export const ServerFailed = story(() => createSandbox().fail(listSessions, 500));
export const NotRefreshed = story(...unrefreshed(listSessions));
export const Empty = story(() => listing([]));
export const NowhereElse = story(() => listing([{ browser: 'Firefox 141', os: 'Linux' }]));

export const Many = story(() =>
  listing(Array.from({ length: 45 }, (_, index) => ({ browser: `Firefox ${100 + index}`, os: 'Linux' }))),
);

/** Several sessions of one device, and one that began after the current session. */
export const OneDevice = story(() => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const session = (browser: string, days: number) => ({ browser, os: 'Linux', created_at: daysAgo(days) });
  return listing([session('Firefox 141', 3), session('Chrome 140', 9), session('Firefox 141', 8), session('Lynx', 1)]);
});

/** Sessions with missing or unusual values, and one without any. */
export const OddData = story(() =>
  listing([
    { user_agent: 'Mozilla/5.0 (X11; CrOS x86_64 16328.55.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0' },
    { browser: 'unknown', os: 'unknown', last_active_at: 'soonish', ip_address: 'fe80::1%eth0' },
    { device: 'الهاتف', location: '\u202eelsewhere', created_at: '0001-01-01T00:00:00Z' },
    {},
  ]),
);

export const AddressShown = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Show IP address Chrome 139 on Android 15');
    await found(view, '.facts code');
  },
);

export const Revoking = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Revoke Safari 18 on iPhone');
    await found(view, 'dialog[open]');
  },
);

export const NotRevoked = story(
  () => createSandbox().fail(revokeSession, 500),
  async (view) => {
    await press(view, 'Revoke Safari 18 on iPhone');
    await press(view, 'Revoke');
    await found(view, 'dialog [role=alert]');
  },
);

export const RevokingAll = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Revoke All Other Sessions');
    await found(view, 'dialog[open]');
  },
);

export const RevokedAll = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Revoke All Other Sessions');
    (await found<HTMLElement>(view, 'dialog .primary')).click();
    await found(view, '[part=row]:only-child');
  },
);

export const StillSignedIn = story(
  () => createSandbox().fail(logout, 500),
  async (view) => {
    await press(view, 'Sign Out');
    await found(view, '[role=alert]');
  },
);

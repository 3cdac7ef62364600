import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { User } from '../src/contract/me.js';
import { listRoles } from '../src/contract/role-list.js';
import { changeUserRole, removeUser } from '../src/contract/user-change.js';
import { listUsers } from '../src/contract/users.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import {
  createStory,
  found,
  inPseudoLocale,
  never,
  paneControls,
  press,
  pressInMenu,
  type,
  unrefreshed,
} from './story-helpers.js';
import '../src/define/users.js';

const meta: Meta = { title: 'Panes/Users', component: 'agni-users', ...paneControls };
export default meta;

const story = createStory('agni-users');

const listing = (users: readonly Partial<User>[]) => {
  const data = users.map((user, index) => ({
    id: `user-${index}`,
    email: `${index}@nw.example`,
    role: 'MEMBER',
    ...user,
  }));
  return createSandbox().fail(listUsers, 200, undefined, { body: { success: true, message: '', data } });
};

export const Ready = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const Loading = story(() => createSandbox().fail(listUsers, 200, undefined, never), 'loading');
export const OnlyYou = story(() =>
  listing([
    {
      id: '0190aaaa-2222-7333-8444-000000000002',
      first_name: 'Ada',
      last_name: 'Osei',
      role: 'OWNER',
      status: 'ACTIVE',
    },
  ]),
);
export const TenThousand = story(
  () => createSandbox({ users: 10_000 }),
  async (view) => {
    await press(view, 'Next page');
    await found(view, '[aria-busy=false]');
  },
);
export const AsAdmin = story(() => createSandbox().as('ADMIN'));
export const AsMember = story(() => createSandbox().as('MEMBER'));
export const Readonly: StoryObj = { ...story(() => createSandbox()), args: { readonly: true } };
export const SignedOut = story(() => createSandbox().as('anonymous'));
export const Refused = story(() => createSandbox().fail(listUsers, 403));
export const Unavailable = story(() => createSandbox().fail(listUsers, 404));
export const Offline = story(() => createSandbox().fail(listUsers, 0, undefined, { drop: true }));
export const ServerFailed = story(() => createSandbox().fail(listUsers, 500));
export const NotRefreshed = story(...unrefreshed(listUsers));
export const RolesUnlisted = story(() => createSandbox().fail(listRoles, 404));

/** Servers that send few properties, and users with unusual names. */
export const OddData = story(() =>
  listing([
    {},
    { first_name: 'أحمد', last_name: 'منصور', role: 'BILLING', status: 'PAUSED', permissions: [] },
    { first_name: '\u202eelsewhere', last_name: 'Zoë 👩‍👩‍👧‍👦', permissions: ['all.of_it'] },
    { first_name: 'x'.repeat(10_000), last_login_at: 'soonish', two_factor_enabled: true },
  ]),
);

export const Searching = story(
  () => createSandbox({ users: 60 }),
  async (view) => {
    type(view, 'search', 'greta');
    await found(view, 'tbody tr:nth-child(-n + 8):last-child');
  },
);

export const NoneFound = story(
  () => createSandbox(),
  async (view) => {
    type(view, 'search', 'no such name');
    await found(view, '.empty');
  },
);

export const Roles = story(
  () => createSandbox(),
  async (view) => {
    (await found<HTMLElement>(view, '#roles-tab')).click();
    await found(view, '#roles-panel .card');
  },
);

export const MenuOpen = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Actions for Kofi Mensah');
    await found(view, '.menu:popover-open');
  },
);

/** The menu in the row of the last owner, who can only make another user an owner. */
export const MenuBlocked = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Actions for Ada Osei');
    await found(view, '.menu:popover-open .help');
  },
);

export const PermissionsOpen = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'ADMIN: Permissions of Ben Lindqvist');
    await found(view, 'dialog[open]');
  },
);

/** The pane with the filter of the security check-up. */
export const Filtered = createStory('agni-users', { filter: { two_factor: 'off', sort: '-last_login' } })(() =>
  createSandbox({ users: 60 }),
);

export const Compact: StoryObj = { ...story(() => createSandbox()), globals: { density: 'compact' } };
export const Narrow: StoryObj = {
  ...story(() => createSandbox()),
  globals: { width: '390' },
  // Headers of cards have their text in ::before, which screen readers read and axe does not.
  parameters: { a11y: { config: { rules: [{ id: 'empty-table-header', enabled: false }] } } },
};

const changing = (name: string, role: string, sandbox = () => createSandbox()) =>
  story(sandbox, async (view) => {
    await found(view, '#pending-count');
    await pressInMenu(view, name, 'Change role');
    await found(view, 'dialog[open]');
    type(view, 'new-role', role);
  });

export const ChangingRole = changing('Ben Lindqvist', 'MEMBER');
export const MakingAnOwner = changing('Kofi Mensah', 'OWNER');

export const RoleNotChanged = story(
  () => createSandbox().fail(changeUserRole, 409, 'LAST_ADMIN'),
  async (view) => {
    await pressInMenu(view, 'Kofi Mensah', 'Change role');
    await found(view, 'dialog[open]');
    type(view, 'new-role', 'MEMBER');
    await press(view, 'Change Role');
    await found(view, 'dialog [role=alert]');
  },
);

export const Removing = story(
  () => createSandbox(),
  async (view) => {
    await pressInMenu(view, 'Kofi Mensah', 'Remove');
    await found(view, 'dialog[open]');
  },
);

export const NotRemoved = story(
  () => createSandbox().fail(removeUser, 500),
  async (view) => {
    await pressInMenu(view, 'Kofi Mensah', 'Remove');
    await press(view, 'Remove');
    await found(view, 'dialog [role=alert]');
  },
);

const twoOwners = () =>
  listing([
    {
      id: '0190aaaa-2222-7333-8444-000000000002',
      first_name: 'Ada',
      last_name: 'Osei',
      role: 'OWNER',
      status: 'ACTIVE',
    },
    {
      first_name: 'Ben',
      last_name: 'Lindqvist',
      role: 'OWNER',
      status: 'ACTIVE',
      last_login_at: '2026-11-01T08:00:00Z',
    },
  ]);

export const RemovingAnOwner = story(twoOwners, async (view) => {
  await pressInMenu(view, 'Ben Lindqvist', 'Remove');
  await found(view, 'dialog[open]');
});
export const LeavingOneOwner = changing('Ben Lindqvist', 'ADMIN', twoOwners);

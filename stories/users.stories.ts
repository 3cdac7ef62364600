import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { User } from '../src/contract/me.js';
import { changeUserRole, removeUser } from '../src/contract/user-change.js';
import { listRoles, listUsers } from '../src/contract/users.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { found, never, type PaneArgs, paneControls, press, storyMaker, type } from './stage.js';
import '../src/define/users.js';

const meta: Meta<PaneArgs> = { title: 'Panes/Users', component: 'agni-users', ...paneControls };
export default meta;

type Story = StoryObj<PaneArgs>;

const story = storyMaker(
  ({ headingLevel, noHeading, readonly }) =>
    html`<agni-users heading-level=${headingLevel} ?no-heading=${noHeading} ?readonly=${readonly}></agni-users>`,
);

const listing = (people: readonly Partial<User>[]) => {
  const data = people.map((person, index) => ({
    id: `person-${index}`,
    email: `${index}@nw.example`,
    role: 'MEMBER',
    ...person,
  }));
  return createSandbox().fail(listUsers, 200, undefined, { body: { success: true, message: '', data } });
};

export const Ready = story(() => createSandbox());
export const Loading = story(() => createSandbox().fail(listUsers, 200, undefined, never));
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
export const Readonly: Story = { ...story(() => createSandbox()), args: { readonly: true } };
export const SignedOut = story(() => createSandbox().as('nobody'));
export const Refused = story(() => createSandbox().fail(listUsers, 403));
export const Unavailable = story(() => createSandbox().fail(listUsers, 404));
export const Offline = story(() => createSandbox().fail(listUsers, 0, undefined, { drop: true }));
export const ServerFailed = story(() => createSandbox().fail(listUsers, 500));
export const RolesUnlisted = story(() => createSandbox().fail(listRoles, 404));

/** Servers that tell little, and people with unusual names. */
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

export const NobodyFound = story(
  () => createSandbox(),
  async (view) => {
    type(view, 'search', 'nobody of this name');
    await found(view, '.empty');
  },
);

export const PendingInvitations = story(
  () => createSandbox(),
  async (view) => {
    (await found<HTMLElement>(view, '#pending-tab')).click();
    await found(view, '#pending-panel [part=row]');
  },
);

export const WhatEachRoleMayDo = story(
  () => createSandbox(),
  async (view) => {
    (await found<HTMLElement>(view, '.roles > summary')).click();
  },
);

const changing = (name: string, role: string, sandbox = () => createSandbox()) =>
  story(sandbox, async (view) => {
    await found(view, '.roles');
    await press(view, `Change role ${name}`);
    await found(view, 'dialog[open]');
    type(view, 'new-role', role);
  });

export const ChangingRole = changing('Ben Lindqvist', 'MEMBER');
export const MakingAnOwner = changing('Kofi Mensah', 'OWNER');

export const RoleNotChanged = story(
  () => createSandbox().fail(changeUserRole, 409, 'LAST_ADMIN'),
  async (view) => {
    await press(view, 'Change role Kofi Mensah');
    await found(view, 'dialog[open]');
    type(view, 'new-role', 'MEMBER');
    await press(view, 'Change Role');
    await found(view, 'dialog [role=alert]');
  },
);

export const Removing = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Remove Kofi Mensah');
    await found(view, 'dialog[open]');
  },
);

export const NotRemoved = story(
  () => createSandbox().fail(removeUser, 500),
  async (view) => {
    await press(view, 'Remove Kofi Mensah');
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
  await press(view, 'Remove Ben Lindqvist');
  await found(view, 'dialog[open]');
});
export const LeavingOneOwner = changing('Ben Lindqvist', 'ADMIN', twoOwners);

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { listAgents } from '../src/contract/agents.js';
import {
  disconnectCalcom,
  getCalcomStatus,
  listCalcomAppointments,
  listCalcomEventTypes,
} from '../src/contract/calcom.js';
import { assignCalcomAgentAccount, getCalcomAgentInfo } from '../src/contract/calcom-agents.js';
import { connectCalcom } from '../src/contract/calcom-connection.js';
import { createSandbox, type Sandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, found, inPseudoLocale, never, paneControls, press, type } from './story-helpers.js';
import '../src/define/calcom.js';

const meta: Meta = { title: 'Panes/Cal.com', component: 'agni-calcom', ...paneControls };
export default meta;

const story = createStory('agni-calcom');

const none = () => createSandbox().integrations({ calcom: [] });

const broken = () =>
  createSandbox().integrations({
    calcom: [
      { account_name: 'Front desk', status: 'active' },
      { account_name: 'Surgery B', status: 'inactive', error: 'key rejected by provider' },
    ],
  });

const connecting = (sandbox: () => Sandbox, until: string) =>
  story(sandbox, async (view) => {
    await press(view, 'Connect Cal.com');
    await found(view, '[name=api_key]');
    type(view, 'account_name', 'Annex');
    type(view, 'api_key', 'cal_live_story');
    (await found<HTMLElement>(view, 'dialog .primary')).click();
    await found(view, until);
  });

/** Opens a tab, and waits until `shown` appears. */
const inTab = (sandbox: () => Sandbox, id: string, shown = 'tbody [part=row]') =>
  story(sandbox, async (view) => {
    (await found<HTMLElement>(view, `#${id}-tab`)).click();
    await found(view, shown);
  });

export const Connected = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const EventTypes = inTab(() => createSandbox(), 'eventTypes');
export const Appointments = inTab(() => createSandbox(), 'appointments');
export const Agents = inTab(() => createSandbox(), 'agents', 'td select');
export const NotConnected = story(none);
export const ReconnectNeeded = story(broken);
export const AllBroken = story(() =>
  createSandbox().integrations({ calcom: [{ account_name: 'Front desk', status: 'inactive', error: 'key revoked' }] }),
);
export const Loading = story(() => createSandbox().fail(getCalcomStatus, 200, undefined, never), 'loading');
export const AsMember = story(() => createSandbox().as('MEMBER'));
export const Readonly: StoryObj = { ...story(() => createSandbox()), args: { readonly: true } };
export const SignedOut = story(() => createSandbox().as('anonymous'));
export const Refused = story(() => createSandbox().fail(getCalcomStatus, 403));
export const Offline = story(() => createSandbox().fail(getCalcomStatus, 0, undefined, { drop: true }));
export const ServerFailed = story(() => createSandbox().fail(getCalcomStatus, 500));
export const EventTypesFailed = inTab(
  () => createSandbox().fail(listCalcomEventTypes, 502),
  'eventTypes',
  '[role=alert]',
);
export const AccountsUnknown = inTab(() => createSandbox().fail(getCalcomAgentInfo, 500), 'agents', 'td button');
const empty = { body: { success: true, data: [] } };
export const NoEventTypes = inTab(
  () => createSandbox().fail(listCalcomEventTypes, 200, undefined, empty),
  'eventTypes',
  '.empty',
);
export const NoAppointments = inTab(
  () => createSandbox().fail(listCalcomAppointments, 200, undefined, empty),
  'appointments',
  '.empty',
);
export const NoAgents = inTab(() => createSandbox().fail(listAgents, 200, undefined, empty), 'agents', '.empty');

/** Replies with missing or unusual values. */
export const OddData = story(() => {
  const accounts = [
    { id: 'a', account_name: '\u202eksed tnorF', status: 'paused' },
    { id: 'b', account_name: 'A practice with a name that goes on and on '.repeat(6), email: 'x@example.com' },
    { id: 'c' },
  ];
  return createSandbox()
    .fail(getCalcomStatus, 200, undefined, { body: { success: true, data: { connected: true, accounts } } })
    .fail(listCalcomEventTypes, 200, undefined, {
      body: { success: true, data: [{ id: 1 }, { id: 2, price: 3, currency: '??' }] },
    });
});

export const NothingTyped = story(none, async (view) => {
  await press(view, 'Connect Cal.com');
  (await found<HTMLElement>(view, 'dialog .primary')).click();
  await found(view, '[aria-invalid=true]');
});
export const UnusualKey = story(none, async (view) => {
  await press(view, 'Connect Cal.com');
  await found(view, '[name=api_key]');
  type(view, 'api_key', 'sk_12345');
});
export const Reconnecting = story(broken, async (view) => {
  await press(view, 'Reconnect Surgery B');
  await found(view, 'dialog [name=api_key]');
});
export const AccountConnected = connecting(none, '.list');
export const KeyRefused = connecting(() => none().fail(connectCalcom, 400), '[aria-invalid=true]');
export const ConnectedAlready = connecting(() => none().fail(connectCalcom, 409), 'dialog [role=alert]');

export const Disconnecting = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Disconnect Front desk');
    await found(view, 'dialog .subject');
  },
);
export const NotDisconnected = story(
  () => createSandbox().fail(disconnectCalcom, 500),
  async (view) => {
    await press(view, 'Disconnect Front desk');
    (await found<HTMLElement>(view, 'dialog .primary')).click();
    await found(view, 'dialog [role=alert]');
  },
);
export const DisconnectingAll = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Disconnect All Accounts');
    await found(view, 'dialog [name=confirmation]');
  },
);
export const SomeLeft = story(
  () => createSandbox().fail(disconnectCalcom, 500, undefined, { times: 1 }),
  async (view) => {
    await press(view, 'Disconnect All Accounts');
    await found(view, 'dialog [name=confirmation]');
    type(view, 'confirmation', 'disconnect');
    (await found<HTMLElement>(view, 'dialog .primary')).click();
    await found(view, 'dialog [role=alert]');
  },
);

export const EventTypeFound = story(
  () => createSandbox(),
  async (view) => {
    (await found<HTMLElement>(view, '#eventTypes-tab')).click();
    await found(view, '[name=event_type]');
    type(view, 'event_type', 'check-up');
    await press(view, 'Find');
    await found(view, '.found p');
  },
);
export const EventTypeMissing = story(
  () => createSandbox(),
  async (view) => {
    (await found<HTMLElement>(view, '#eventTypes-tab')).click();
    await found(view, '[name=event_type]');
    type(view, 'event_type', 'nothing');
    await press(view, 'Find');
    await found(view, '[aria-invalid=true]');
  },
);
export const AppointmentDetails = story(
  () => createSandbox(),
  async (view) => {
    (await found<HTMLElement>(view, '#appointments-tab')).click();
    await press(view, /^Details Nadia Petrova /);
    await found(view, 'dialog dl');
  },
);
export const AssigningRefused = story(
  () => createSandbox().fail(assignCalcomAgentAccount, 409),
  async (view) => {
    (await found<HTMLElement>(view, '#agents-tab')).click();
    const select = await found<HTMLSelectElement>(view, 'td select');
    select.value = '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await found(view, 'td [role=alert]');
  },
);

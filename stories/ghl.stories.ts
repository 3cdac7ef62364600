import type { Meta, StoryObj } from '@storybook/web-components-vite';
import {
  disconnectGhl,
  getGhlAgentByCalendar,
  getGhlAppointment,
  getGhlSetupStatus,
  listGhlAppointments,
  listGhlCalendars,
} from '../src/contract/ghl.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, found, inPseudoLocale, never, paneControls, press } from './story-helpers.js';
import '../src/define/ghl.js';

const meta: Meta = { title: 'Panes/GoHighLevel', component: 'agni-ghl', ...paneControls };
export default meta;

const story = createStory('agni-ghl');

/** Opens a tab, and waits until `shown` appears. */
const openTab = async (view: ShadowRoot, id: string, shown = 'tbody [part=row]') => {
  (await found<HTMLElement>(view, `#${id}-tab`)).click();
  await found(view, shown);
};
const inState = (ghl: 'none' | 'active' | 'incomplete' | 'token_invalid') => createSandbox().integrations({ ghl });

export const Ready = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const Calendars = story(
  () => createSandbox(),
  (view) => openTab(view, 'calendars'),
);
export const Appointments = story(
  () => createSandbox(),
  (view) => openTab(view, 'appointments'),
);
export const NotConnected = story(() => inState('none'));
export const ReconnectNeeded = story(() => inState('token_invalid'));
export const SetupIncomplete = story(() => inState('incomplete'));
export const Loading = story(() => createSandbox().fail(getGhlSetupStatus, 200, undefined, never), 'loading');
export const AsMember = story(() => createSandbox().as('MEMBER'));
export const Readonly: StoryObj = { ...story(() => inState('none')), args: { readonly: true } };
export const SignedOut = story(() => createSandbox().as('anonymous'));
export const NoAccess = story(() => createSandbox().fail(getGhlSetupStatus, 401));
export const Refused = story(() => createSandbox().fail(getGhlSetupStatus, 403));
export const Offline = story(() => createSandbox().fail(getGhlSetupStatus, 0, undefined, { drop: true }));
export const ServerFailed = story(() => createSandbox().fail(getGhlSetupStatus, 500));

export const Empty = story(
  () =>
    createSandbox()
      .fail(listGhlCalendars, 200, undefined, { body: { success: true, message: '', data: { calendars: [] } } })
      .fail(listGhlAppointments, 200, undefined, { body: { success: true, message: '', data: { appointments: [] } } }),
  (view) => openTab(view, 'appointments', '.empty'),
);

export const TablesFailed = story(
  () => createSandbox().fail(listGhlCalendars, 502).fail(listGhlAppointments, 500),
  (view) => openTab(view, 'calendars', '[role=alert]'),
);

export const AgentsUnknown = story(
  () => createSandbox().fail(getGhlAgentByCalendar, 500),
  (view) => openTab(view, 'calendars'),
);

/** Replies with missing or unusual values. */
export const OddData = story(
  () =>
    createSandbox().fail(listGhlAppointments, 200, undefined, {
      body: {
        appointments: [
          { id: '1', contact_name: '‮elsewhere', appointment_time: 'soonish', status: 'NO_SHOW', agent_id: 'x' },
          { id: '2', contact_name: 'مريم الفارسي', appointment_time: '9999-12-31T23:59:59Z', status: 'CONFIRMED' },
          { id: '3' },
        ],
      },
    }),
  (view) => openTab(view, 'appointments'),
);

export const Details = story(
  () => createSandbox(),
  async (view) => {
    await openTab(view, 'appointments', 'tbody button');
    (await found<HTMLElement>(view, 'tbody button')).click();
    await found(view, 'dialog[open]');
  },
);

export const DetailsGone = story(
  () => createSandbox().fail(getGhlAppointment, 404),
  async (view) => {
    await openTab(view, 'appointments', 'tbody button');
    (await found<HTMLElement>(view, 'tbody button')).click();
    await found(view, 'dialog .error:not(:empty)');
  },
);

/** Acts as in a browser that blocks all pop-ups, because a story must not open windows. */
const withoutWindows = async (act: () => Promise<void>) => {
  const { open } = window;
  window.open = () => null;
  try {
    await act();
  } finally {
    window.open = open;
  }
};

export const WindowBlocked = story(
  () => inState('none'),
  (view) =>
    withoutWindows(async () => {
      await press(view, 'Connect GoHighLevel');
      await found(view, 'a[target=_blank]');
    }),
);

export const NotAllowed = story(
  () => inState('token_invalid'),
  (view) =>
    withoutWindows(async () => {
      view.host.addEventListener('agni-before-connect-integration', (event) => event.preventDefault(), { once: true });
      await press(view, 'Reconnect GoHighLevel');
      await found(view, '[role=alert]');
    }),
);

export const Disconnecting = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Disconnect GoHighLevel');
    await found(view, 'dialog[open] li');
  },
);

export const NotDisconnected = story(
  () => createSandbox().fail(disconnectGhl, 500),
  async (view) => {
    await press(view, 'Disconnect GoHighLevel');
    (await found<HTMLElement>(view, 'dialog .primary')).click();
    await found(view, 'dialog [role=alert]');
  },
);

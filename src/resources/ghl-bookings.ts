import type { CallOptions } from '../client/client.js';
import { AgniError } from '../client/error.js';
import {
  disconnectGhl as disconnect,
  getGhlAgentByCalendar,
  getGhlAppointment,
  listGhlAppointments,
  listGhlCalendars,
} from '../contract/ghl.js';
import type { ApiSession } from './api-session.js';
import { type Booking, bookingLists, bookingOf, disconnectService } from './bookings.js';
import { watchResource } from './derived.js';
import { ghlResource, isGhlLive } from './ghl.js';
import { mapConcurrent } from './map-concurrent.js';
import { mutate } from './mutation.js';
import { Resource } from './resource.js';

/** The agent that creates appointments in a calendar. */
export interface CalendarAgent {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly isActive: boolean | undefined;
}

/** The calendars and appointments of the connected location, and the agent of each calendar. */
export function ghlBookingsResource(session: ApiSession) {
  const { client } = session;

  const calendars = session.resource(async (call) => (await client.call(listGhlCalendars, {}, call)).calendars);

  /**
   * The agent of each calendar by the calendar's id, `null` for a calendar without an agent; a calendar whose agent
   * can't be read is left out. Takes a request per calendar, so only changes of calendars or connection invalidate it.
   */
  const calendarAgents = new Resource(async (call) => {
    const ids = idsOf(await calendars.value());
    return new Map((await mapConcurrent(ids, (id) => calendarAgentOf(id, call))).flatMap((one) => (one ? [one] : [])));
  });
  const calendarAgentOf = async (
    id: string,
    call: CallOptions,
  ): Promise<[string, CalendarAgent | null] | undefined> => {
    try {
      const agent = await client.call(getGhlAgentByCalendar, { params: { calendar_id: id } }, call);
      const { agent_id, agent_name, is_active } = agent;
      return [id, agent_id || agent_name ? { id: agent_id, name: agent_name, isActive: is_active } : null];
    } catch (error) {
      if (!(error instanceof AgniError)) throw error;
      return error.status === 404 ? [id, null] : undefined;
    }
  };
  watchResource(
    calendars,
    (all) => JSON.stringify(idsOf(all)),
    () => calendarAgents.invalidate(),
  );

  const appointments = bookingLists(session, async (query, call) => {
    return (await client.call(listGhlAppointments, { query }, call)).appointments;
  });

  /** One appointment, read again for each caller. */
  const appointment = (id: string): Resource<Booking> =>
    session.resource(async (call) => {
      const query = { org_id: await session.organizationId() };
      return bookingOf(await client.call(getGhlAppointment, { params: { appointment_id: id }, query }, call));
    });

  // A renewed or new connection may have other calendars and appointments.
  watchResource(session.use(ghlResource).status, isGhlLive, (isLiveNow) => {
    if (isLiveNow) for (const list of [calendars, calendarAgents, appointments]) list.invalidate();
  });

  return { calendars, calendarAgents, appointments, appointment };
}

/** Disconnects GoHighLevel. */
export async function disconnectGhl(session: ApiSession): Promise<void> {
  const { status } = session.use(ghlResource);
  const { calendars, calendarAgents, appointments } = session.use(ghlBookingsResource);
  await disconnectService([calendars, calendarAgents, appointments], () =>
    mutate({
      resource: status,
      write: () => session.client.call(disconnect, {}),
      confirm: ({ ghl_connected }) => (ghl_connected ? undefined : null),
      apply: () => {
        status.set({ ghl_connected: false });
        status.invalidate();
      },
    }),
  );
}

function idsOf(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}

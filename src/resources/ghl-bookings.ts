import type { CallOptions } from '../client/client.js';
import { AgniError } from '../client/error.js';
import type { Appointment } from '../contract/appointments.js';
import {
  type GhlSetupStatus,
  getGhlAgentByCalendar,
  getGhlAppointment,
  listGhlAppointments,
  listGhlCalendars,
} from '../contract/ghl.js';
import type { ApiSession } from './api-session.js';
import { watchResource } from './derived.js';
import { ghlConnectionOf, ghlResource } from './ghl.js';
import { mapConcurrent } from './map-concurrent.js';
import { Resource } from './resource.js';

/** The agent that books through a calendar. */
export interface Booker {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly isActive: boolean | undefined;
}

/** Which appointments are listed; a field that is left out may have any value. */
export interface AppointmentFilter {
  readonly status?: string | undefined;
  readonly agent_id?: string | undefined;
}

/** The most appointments that one answer holds; there is no way to ask for further ones (docs/contract.md 3.4). */
export const maxAppointments = 200;

/** The calendars and appointments of the connected location, and the agents that book through the calendars. */
export function ghlBookingsResource(session: ApiSession) {
  const { client } = session;
  const lists = new Map<string, Resource<Appointment[]>>();

  const calendars = session.resource(async (call) => (await client.call(listGhlCalendars, {}, call)).calendars);

  /**
   * The agent of each calendar by the calendar's id, `null` where no agent books through it; what can't be read is left
   * out. It takes one request for each calendar, so it is invalidated only with other calendars.
   */
  const bookers = new Resource(async (call) => {
    const ids = idsOf(await calendars.value());
    return new Map((await mapConcurrent(ids, (id) => bookerOf(id, call))).flatMap((one) => (one ? [one] : [])));
  });
  const bookerOf = async (id: string, call: CallOptions): Promise<[string, Booker | null] | undefined> => {
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
    () => bookers.invalidate(),
  );

  /** Appointments, the latest first, those without a readable time last. */
  const appointments = (filter: AppointmentFilter): Resource<Appointment[]> => {
    const name = JSON.stringify([filter.status, filter.agent_id]);
    const made =
      lists.get(name) ??
      session.resource(async (call) => {
        const query = { ...filter, org_id: await session.organizationId(), limit: maxAppointments };
        const found = await client.call(listGhlAppointments, { query }, call);
        return [...found.appointments].sort((a, b) => momentOf(b) - momentOf(a));
      });
    lists.set(name, made);
    return made;
  };

  /** One appointment, read anew for each caller. */
  const appointment = (id: string): Resource<Appointment> =>
    session.resource(async (call) => {
      const query = { org_id: await session.organizationId() };
      return client.call(getGhlAppointment, { params: { appointment_id: id }, query }, call);
    });

  // A renewed connection, or another one, has other calendars and appointments.
  watchResource(session.use(ghlResource).status, isLive, (isLiveNow) => {
    if (isLiveNow) for (const resource of [calendars, bookers, ...lists.values()]) resource.invalidate();
  });

  return { calendars, bookers, appointments, appointment };
}

function isLive(status: GhlSetupStatus): boolean {
  return ['active', 'incomplete'].includes(ghlConnectionOf(status));
}

function idsOf(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}

function momentOf({ appointment_time }: Appointment): number {
  return Date.parse(appointment_time ?? '') || Number.NEGATIVE_INFINITY;
}

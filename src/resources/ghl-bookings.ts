import type { CallOptions } from '../client/client.js';
import { AgniError } from '../client/error.js';
import type { Appointment } from '../contract/appointments.js';
import { getGhlAgentByCalendar, getGhlAppointment, listGhlAppointments, listGhlCalendars } from '../contract/ghl.js';
import type { ApiSession } from './api-session.js';
import { ghlConnectionOf, ghlResource } from './ghl.js';
import { mapConcurrent } from './map-concurrent.js';
import { Resource } from './resource.js';

/** The agent that books through a calendar. */
export interface Booker {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly isActive: boolean | undefined;
}

/** Which appointments are asked for; what is left out may be anything. */
export interface AppointmentFilter {
  readonly status?: string | undefined;
  readonly agent_id?: string | undefined;
}

/** All that one answer holds; there is no asking for the ones after them (docs/contract.md 3.4). */
export const maxAppointments = 200;

/** What is booked through the connected location, and by which agents. */
export function ghlBookingsResource(session: ApiSession) {
  const { client } = session;
  const lists = new Map<string, Resource<Appointment[]>>();

  const calendars = session.resource(async (call) => (await client.call(listGhlCalendars, {}, call)).calendars);

  /**
   * The agent of each calendar by the calendar's id, `null` where none books through it; what can't be read is left
   * out. It takes a request a calendar, so it's read anew only with other calendars, or when somebody asks for it.
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
  let known: string | undefined;
  calendars.addEventListener('change', () => {
    const { state } = calendars;
    if (state.status !== 'ready') return;
    const ids = JSON.stringify(idsOf(state.value));
    if (known !== undefined && ids !== known) bookers.invalidate();
    known = ids;
  });

  /** The latest appointments first; those without a readable time after all others. */
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

  /** One of them, as it is now. */
  const appointment = (id: string): Resource<Appointment> =>
    session.resource(async (call) => {
      const query = { org_id: await session.organizationId() };
      return client.call(getGhlAppointment, { params: { appointment_id: id }, query }, call);
    });

  // What a renewed or another connection leads to may be something else.
  const { status } = session.use(ghlResource);
  let wasLive = isLive();
  function isLive() {
    const { state } = status;
    return state.status === 'ready' && ['active', 'incomplete'].includes(ghlConnectionOf(state.value));
  }
  status.addEventListener('change', () => {
    if (status.state.status !== 'ready' || isLive() === wasLive) return;
    wasLive = !wasLive;
    if (wasLive) for (const resource of [calendars, bookers, ...lists.values()]) resource.invalidate();
  });

  return { calendars, bookers, appointments, appointment };
}

function idsOf(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}

function momentOf({ appointment_time }: Appointment): number {
  return Date.parse(appointment_time ?? '') || Number.NEGATIVE_INFINITY;
}

import { AgniError } from '../client/error.js';
import {
  type CalcomEventType,
  type CalcomStatus,
  findCalcomEventType,
  getCalcomAppointment,
  listCalcomAppointments,
  listCalcomEventTypes,
} from '../contract/calcom.js';
import type { Reply } from '../contract/endpoint.js';
import type { ApiSession } from './api-session.js';
import { calcomResource } from './calcom.js';
import { watchResource } from './derived.js';
import type { Resource } from './resource.js';

/** A booking, read from any of the documented spellings (docs/contract.md 11.6, 11.7). */
export interface Booking {
  readonly id: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly timezone: string | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly minutes: number | undefined;
  readonly status: string | undefined;
  readonly url: string | undefined;
}

/** The most bookings that one answer holds; there is no way to ask for further ones (docs/contract.md 3.4). */
export const maxBookings = 200;

function bookingOf(wire: Partial<Reply<typeof getCalcomAppointment>> & { readonly id: string }): Booking {
  const start = wire.start_time ?? wire.appointment_time;
  const minutes = (Date.parse(wire.end_time ?? '') - Date.parse(start ?? '')) / 60_000;
  return {
    id: wire.calcom_booking_uid ?? wire.id,
    name: wire.attendee_name ?? wire.contact_name,
    email: wire.attendee_email ?? wire.contact_email,
    phone: wire.attendee_phone ?? wire.contact_phone,
    timezone: wire.attendee_timezone,
    start,
    end: wire.end_time,
    minutes: wire.duration_minutes ?? (minutes > 0 ? minutes : undefined),
    status: wire.status,
    url: wire.meeting_url,
  };
}

/** The event types and bookings of the connected accounts; none where no account is connected. */
export function calcomBookingsResource(session: ApiSession) {
  const { client } = session;
  const lists = new Map<string, Resource<Booking[]>>();
  const query = async () => ({ org_id: await session.organizationId() });

  const eventTypes = session.resource((call) =>
    noneUnlessConnected(async (): Promise<CalcomEventType[]> => {
      return (await client.call(listCalcomEventTypes, { query: await query() }, call)).items;
    }),
  );

  /** Bookings of one status, or with an empty text of any; the latest first, those without a readable time last. */
  const appointments = (status: string): Resource<Booking[]> => {
    const made =
      lists.get(status) ??
      session.resource((call) =>
        noneUnlessConnected(async () => {
          const asked = { ...(await query()), limit: maxBookings, status: status || undefined };
          const found = await client.call(listCalcomAppointments, { query: asked }, call);
          return found.appointments.map(bookingOf).sort((a, b) => momentOf(b) - momentOf(a));
        }),
      );
    lists.set(status, made);
    return made;
  };

  /** One booking, read anew for each caller. */
  const appointment = (id: string): Resource<Booking> =>
    session.resource(async (call) =>
      bookingOf(
        await client.call(getCalcomAppointment, { params: { appointment_id: id }, query: await query() }, call),
      ),
    );

  /** The event type with this number or slug, whichever account has it. */
  const find = async (platform_id: string): Promise<CalcomEventType> =>
    client.call(findCalcomEventType, { params: { platform_id }, query: await query() });

  // Other accounts, or an account that breaks or works again, have other event types and appointments.
  watchResource(session.use(calcomResource).status, accountStates, () => {
    for (const list of [eventTypes, ...lists.values()]) list.invalidate();
  });

  return { eventTypes, appointments, appointment, find };
}

/** NOT_CONNECTED is not an error here: there is nothing to list. */
async function noneUnlessConnected<Item>(read: () => Promise<Item[]>): Promise<Item[]> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AgniError && error.code === 'NOT_CONNECTED') return [];
    throw error;
  }
}

function momentOf({ start }: Booking): number {
  return Date.parse(start ?? '') || Number.NEGATIVE_INFINITY;
}

/** Which accounts are connected and in which state, as text to compare. */
function accountStates({ accounts = [] }: CalcomStatus): string {
  return JSON.stringify(accounts.map(({ id, status }) => [id, status]));
}

import type { CallOptions } from '../client/client.js';
import type { Appointment } from '../contract/appointments.js';
import type { getCalcomAppointment } from '../contract/calcom.js';
import type { Reply } from '../contract/endpoint.js';
import type { ApiSession } from './api-session.js';
import type { Resource } from './resource.js';

/** An appointment of either service, read from any of the documented spellings (docs/contract.md 10.6, 11.6, 11.7). */
export interface Booking {
  readonly id: string;
  /** The id that GoHighLevel gave the appointment. */
  readonly serviceId: string | undefined;
  readonly agentId: string | undefined;
  readonly agentName: string | undefined;
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

/** A filter of appointments; a field that is left out matches any value. */
export interface BookingFilter {
  readonly status?: string | undefined;
  readonly agent_id?: string | undefined;
}

/** Maximum number of appointments in one answer; further ones can't be requested (docs/contract.md 3.4). */
export const maxBookings = 200;

type Wire = Partial<Appointment & Reply<typeof getCalcomAppointment>> & { readonly id: string };

/** Converts an appointment of either service. */
export function bookingOf(wire: Wire): Booking {
  const start = wire.start_time ?? wire.appointment_time;
  const minutes = (Date.parse(wire.end_time ?? '') - Date.parse(start ?? '')) / 60_000;
  return {
    id: wire.calcom_booking_uid ?? wire.id,
    serviceId: wire.ghl_appointment_id,
    agentId: wire.agent_id,
    agentName: wire.agent_name,
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

/** The lists of a service's appointments, one for each filter, loaded by `read`. */
export function bookingLists(
  session: ApiSession,
  read: (query: BookingFilter & { org_id: string; limit: number }, call: CallOptions) => Promise<readonly Wire[]>,
) {
  const lists = new Map<string, Resource<Booking[]>>();
  return {
    of({ status, agent_id }: BookingFilter = {}): Resource<Booking[]> {
      const name = JSON.stringify([status, agent_id]);
      const list =
        lists.get(name) ??
        session.resource(async (call) => {
          const query = { status, agent_id, org_id: await session.organizationId(), limit: maxBookings };
          return (await read(query, call)).map(bookingOf);
        });
      lists.set(name, list);
      return list;
    },
    invalidate(): void {
      for (const list of lists.values()) list.invalidate();
    },
    hold(): () => void {
      const releases = [...lists.values()].map((list) => list.hold());
      return () => {
        for (const release of releases) release();
      };
    },
  };
}

/**
 * Sorts appointments into upcoming ones, the next one first and those without a readable time last, and past ones, the
 * latest first.
 */
export function byTime(bookings: readonly Booking[], now: number) {
  const timed = bookings.map((booking) => ({ booking, time: Date.parse(booking.start ?? '') }));
  const isPast = ({ time }: { time: number }) => time < now;
  const order = (time: number) => (Number.isNaN(time) ? Number.POSITIVE_INFINITY : time);
  const upcoming = timed.filter((one) => !isPast(one)).sort((a, b) => order(a.time) - order(b.time) || 0);
  const past = timed.filter(isPast).sort((a, b) => b.time - a.time);
  return { upcoming: upcoming.map(({ booking }) => booking), past: past.map(({ booking }) => booking) };
}

/**
 * Disconnects a service. Pending reads of its lists are dropped first: the server would answer them with an error,
 * which browsers log. If disconnecting fails, the lists are read again.
 */
export async function disconnectService(
  lists: readonly Pick<Resource<unknown>, 'hold' | 'invalidate'>[],
  disconnect: () => Promise<unknown>,
): Promise<void> {
  const releases = lists.map((list) => list.hold());
  try {
    await disconnect().finally(() => {
      for (const release of releases) release();
    });
  } catch (error) {
    for (const list of lists) list.invalidate();
    throw error;
  }
}

import { AgniError } from '../client/error.js';
import {
  type CalcomEventType,
  type CalcomStatus,
  findCalcomEventType,
  getCalcomAppointment,
  listCalcomAppointments,
  listCalcomEventTypes,
} from '../contract/calcom.js';
import type { ApiSession } from './api-session.js';
import { type Booking, bookingLists, bookingOf } from './bookings.js';
import { calcomResource } from './calcom.js';
import { watchResource } from './derived.js';
import type { Resource } from './resource.js';

/** The event types and bookings of the connected accounts; empty if no account is connected. */
export function calcomBookingsResource(session: ApiSession) {
  const { client } = session;
  const query = async () => ({ org_id: await session.organizationId() });

  const eventTypes = session.resource((call) =>
    noneUnlessConnected(async (): Promise<CalcomEventType[]> => {
      return (await client.call(listCalcomEventTypes, { query: await query() }, call)).items;
    }),
  );

  const appointments = bookingLists(session, ({ org_id, limit, status }, call) =>
    noneUnlessConnected(async () => {
      return (await client.call(listCalcomAppointments, { query: { org_id, limit, status } }, call)).appointments;
    }),
  );

  /** One booking, read again for each caller. */
  const appointment = (id: string): Resource<Booking> =>
    session.resource(async (call) =>
      bookingOf(
        await client.call(getCalcomAppointment, { params: { appointment_id: id }, query: await query() }, call),
      ),
    );

  /** The event type with this number or slug, in any connected account. */
  const find = async (platform_id: string): Promise<CalcomEventType> =>
    client.call(findCalcomEventType, { params: { platform_id }, query: await query() });

  // Event types and appointments change when an account is added, removed, broken or repaired.
  watchResource(session.use(calcomResource).status, accountStates, () => {
    for (const list of [eventTypes, appointments]) list.invalidate();
  });

  return { eventTypes, appointments, appointment, find };
}

/** Returns an empty list for `NOT_CONNECTED`, which is not an error here. */
async function noneUnlessConnected<Item>(read: () => Promise<readonly Item[]>): Promise<readonly Item[]> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AgniError && error.code === 'NOT_CONNECTED') return [];
    throw error;
  }
}

/** Which accounts are connected and in which state, as text to compare. */
function accountStates({ accounts = [] }: CalcomStatus): string {
  return JSON.stringify(accounts.map(({ id, status }) => [id, status]));
}

import type { Rows } from '../db/store.js';
import { type CalcomAccountRow, calcomBookings } from '../db/tables.js';
import { type Action, type Bookings, Diary } from '../ghl/appointment-diary.js';
import { notFound, Refusal } from '../http/http-error.js';
import type { Services } from '../services.js';
import { agentOf, linkedAccountOf, privateAccountOf } from './calcom-accounts.js';

const length = 30 * 60_000;

/** Carries out what an agent agreed on during a call, in the account it books through. */
export async function manageCalcomAppointment(body: Action, services: Services) {
  const org_id = body.org_id.toLowerCase();
  const now = services.now(org_id);
  // One at a time, so that no time is given away twice.
  return services.store.transaction(`integrations:${org_id}`, async (rows) => {
    const agent = await agentOf(rows, org_id, body.agent_id);
    const account = (await privateAccountOf(rows, agent.id)) ?? (await linkedAccountOf(rows, agent.id));
    if (!account) throw notFound('No such agent books through Cal.com');
    if (account.status !== 'active') throw new Refusal(502, 'BAD_GATEWAY', 'Cal.com refuses the key of the account');
    const bookings = bookingsOf(rows, account, body, () => services.newId(org_id));
    return new Diary(bookings, body, agent.name, now).carryOut();
  });
}

function bookingsOf(
  rows: Rows,
  { id: account_id, organization_id }: CalcomAccountRow,
  { timezone = 'UTC' }: Action,
  newId: () => string,
): Bookings {
  const where = { organization_id, account_id, status: { not: 'cancelled' } };
  const from = (start_time: string) => {
    return { start_time, end_time: new Date(Date.parse(start_time) + length).toISOString() };
  };
  return {
    taken: async () => (await rows.find(calcomBookings, where)).map(({ start_time }) => start_time),
    async add(appointment_time, { name, email, phone }) {
      const id = `bk_${newId().slice(-12)}`;
      await rows.insert(calcomBookings, {
        id,
        organization_id,
        account_id,
        attendee_name: name ?? '',
        attendee_email: email ?? null,
        attendee_phone: phone ?? null,
        attendee_timezone: timezone,
        ...from(appointment_time),
        status: 'accepted',
      });
      return { id, appointment_time };
    },
    async find(id) {
      const [booking] = await rows.find(calcomBookings, { ...where, id });
      return booking && { id, appointment_time: booking.start_time };
    },
    async move(id, appointment_time) {
      await rows.update(calcomBookings, { id }, from(appointment_time));
    },
    async cancel(id) {
      await rows.update(calcomBookings, { id }, { status: 'cancelled' });
    },
  };
}

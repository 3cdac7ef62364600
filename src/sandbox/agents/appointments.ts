import type * as z from 'zod/mini';
import type { appointmentAction } from '../../contract/appointments.js';
import type { Rows } from '../db/store.js';
import { type AppointmentRow, appointments } from '../db/tables.js';
import { HttpError, notFound, validationFailed } from '../http/http-error.js';

/** What an agent does with an appointment during a call: the body of both providers' `manage` routes (docs/contract.md 10.8, 11.8). */
export type AppointmentAction = z.output<typeof appointmentAction>;

/** The calendar that an action applies to, and the values that the provider gives a new appointment. */
export interface AppointmentScope {
  readonly rows: Rows;
  readonly agentName: string;
  /** Milliseconds since 1970, by the organization's clock. */
  readonly now: number;
  /** The appointments that share one calendar: two of them cannot have the same start time. */
  readonly calendar: { organization_id: string; account_id: string | null; agent_id?: string };
  /** Provider values of a new appointment. */
  readonly newAppointment: () => Pick<AppointmentRow, 'id' | 'agent_id' | 'ghl_appointment_id' | 'contact_id'>;
  readonly bookedStatus: string;
  readonly movedStatus: string;
}

/** Appointments start on the hour or half hour, and last 30 minutes. */
const slotMs = 30 * 60_000;
const slotsPerDay = 48;
const maxDaysAhead = 30;

/** Fields that each action needs; `book` also needs an email or a phone number. */
const requiredFields = {
  book: ['name', 'appointment_datetime'],
  reschedule: ['appointment_id', 'appointment_datetime'],
  cancel: ['appointment_id'],
  suggest: [],
  availability: [],
} as const;

/** Lists free times, or books, moves or cancels an appointment. Throws 422 SLOT_UNAVAILABLE for a time that is not free. */
export async function manageAppointment(body: AppointmentAction, scope: AppointmentScope): Promise<object> {
  requireFields(body);
  const { action, days_ahead = 7 } = body;
  const { rows, agentName: agent_name, calendar, now } = scope;
  const booked = { ...calendar, status: { not: 'cancelled' } };
  const taken = new Set((await rows.find(appointments, booked)).map(({ start_time }) => start_time));
  const freeWithin = (days: number) => slotsFrom(now, days).filter((start) => !taken.has(start));
  const outcome = (summary: string, more: object) => ({
    success: true,
    message: summary,
    summary,
    action,
    agent_name,
    ...more,
  });

  if (action === 'availability' || action === 'suggest') {
    const free = action === 'suggest' ? freeWithin(days_ahead).slice(0, 3) : freeWithin(days_ahead);
    return outcome(`${free.length} free times`, { available_slots: slotsByDate(free) });
  }
  const id = action === 'book' ? undefined : body.appointment_id;
  const [known] = id === undefined ? [] : await rows.find(appointments, { ...booked, id });
  if (id !== undefined && !known) throw notFound('Appointment not found.');
  if (known && action === 'cancel') {
    await rows.update(appointments, { id: known.id }, { status: 'cancelled' });
    return outcome('Cancelled', { appointment_id: known.id, date_time: known.start_time });
  }

  const start_time = parseTime(body.appointment_datetime ?? '');
  if (!freeWithin(maxDaysAhead).includes(start_time)) {
    const summary = 'This time is not available.';
    const available_slots = slotsByDate(freeWithin(maxDaysAhead).slice(0, 3));
    const details = { summary, action, action_required: 'choose_slot', agent_name, available_slots };
    throw new HttpError(422, 'SLOT_UNAVAILABLE', summary, { details });
  }
  const times = { start_time, end_time: new Date(Date.parse(start_time) + slotMs).toISOString() };
  if (known) {
    await rows.update(appointments, { id: known.id }, { ...times, status: scope.movedStatus });
    return outcome('Rescheduled', { appointment_id: known.id, date_time: start_time });
  }
  const { organization_id, account_id } = calendar;
  const { name = '', email = null, phone = null, timezone = 'UTC' } = body;
  const contact = { contact_name: name, contact_email: email, contact_phone: phone, contact_timezone: timezone };
  const added = { ...scope.newAppointment(), organization_id, account_id, ...contact, ...times };
  await rows.insert(appointments, { ...added, status: scope.bookedStatus });
  return outcome('Booked', { appointment_id: added.id, date_time: start_time });
}

function requireFields(body: AppointmentAction): void {
  const missing: string[] = requiredFields[body.action].filter((name) => !body[name]?.trim());
  if (body.action === 'book' && !body.email && !body.phone) missing.push('email', 'phone');
  if (missing.length) throw validationFailed(Object.fromEntries(missing.map((name) => [name, ['required']])));
}

/** Converts a date and time to ISO 8601; without an offset it is in UTC, like the slots. Throws 422 for other text. */
function parseTime(text: string): string {
  const moment = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  if (Number.isNaN(moment)) throw validationFailed({ appointment_datetime: ['form'] });
  return new Date(moment).toISOString();
}

/** Start times of the slots of the next days, in ISO 8601: half hours of working days, 9:00 to 17:00 UTC. */
function slotsFrom(now: number, days: number): string[] {
  const next = Math.floor(now / slotMs) + 1;
  return Array.from({ length: days * slotsPerDay }, (_, index) => new Date((next + index) * slotMs))
    .filter((start) => ![0, 6].includes(start.getUTCDay()) && start.getUTCHours() >= 9 && start.getUTCHours() < 17)
    .map((start) => start.toISOString());
}

/** Groups slots by date, as both providers' replies do. */
function slotsByDate(starts: readonly string[]) {
  const label = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return [...new Set(starts.map((start) => start.slice(0, 10)))].map((date) => ({
    date,
    date_label: `${label.format(new Date(date))} (UTC)`,
    slots: starts.filter((start) => start.startsWith(date)).map((start) => start.slice(11, 16)),
  }));
}

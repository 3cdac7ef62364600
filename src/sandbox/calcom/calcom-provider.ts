import type { AppointmentRow, CalcomAccountRow } from '../db/tables.js';
import { toLocalPart } from '../db/text.js';

// Invented data of an account on Cal.com.

const minute = 60_000;
const day = 24 * 60 * minute;

const eventTypes = [
  ['check-up', 'Check-up', 30, 0, 'Twice a year, with cleaning if it is due.'],
  ['first-visit', 'First visit', 60, 45, 'X-rays and a treatment plan.'],
  ['hygiene', 'Hygiene appointment', 45, 65, null],
  ['video-consultation', 'Video consultation', 15, 20, 'From home.'],
  ['night-guard', 'Night guard fitting', 40, 120, null],
] as const;

/** The event types of an account. Ids are numbers, and titles end with the account's name. */
export function eventTypesOf({ id, name }: CalcomAccountRow) {
  const firstId = (Number.parseInt(id.slice(-6), 16) % 1_000_000) * 10;
  return eventTypes.map(([slug, title, duration_minutes, price, description], index) => ({
    id: firstId + index,
    slug,
    title: `${title} (${name})`,
    description,
    duration_minutes,
    price,
    currency: 'eur',
    is_active: slug !== 'night-guard',
  }));
}

const attendees = [
  { name: 'Nadia Petrova', days: 1, hour: 9, minutes: 30, status: 'accepted', timezone: 'Europe/Dublin' },
  { name: 'Tom Breen', days: 2, hour: 14, minutes: 60, status: 'accepted', timezone: 'Europe/Dublin' },
  { name: 'Aoife Kelly', days: 4, hour: 11, minutes: 45, status: 'pending', timezone: 'Europe/Dublin' },
  { name: 'José Marín', days: 6, hour: 8, minutes: 15, status: 'accepted', timezone: 'Europe/Madrid' },
  { name: 'Wei Lin', days: -3, hour: 15, minutes: 30, status: 'cancelled', timezone: 'Europe/London' },
  { name: 'Ella Schmidt', days: -8, hour: 10, minutes: 30, status: 'accepted', timezone: 'Europe/Berlin' },
];

/** The bookings of a newly connected account, around the time `now`. */
export function bookingsOf({ id, organization_id }: CalcomAccountRow, now: Date): AppointmentRow[] {
  const midnight = Math.floor(now.getTime() / day) * day;
  return attendees.map(({ name, days, hour, minutes, status, timezone }, index) => {
    const start = midnight + days * day + hour * 60 * minute;
    return {
      id: `bk_${id.replaceAll('-', '').slice(-12)}_${index + 1}`,
      organization_id,
      account_id: id,
      agent_id: null,
      ghl_appointment_id: '',
      contact_id: '',
      contact_name: name,
      contact_email: `${toLocalPart(name)}@example.com`,
      contact_phone: index % 2 ? null : `+35315550${100 + index}`,
      contact_timezone: timezone,
      start_time: new Date(start).toISOString(),
      end_time: new Date(start + minutes * minute).toISOString(),
      status,
    };
  });
}

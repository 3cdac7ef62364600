import type { CalcomAccountRow, CalcomBookingRow } from '../db/tables.js';

// What Cal.com itself would hold of an account.

const minute = 60_000;
const day = 24 * 60 * minute;

const kinds = [
  {
    slug: 'check-up',
    title: 'Check-up',
    length: 30,
    price: 0,
    description: 'Twice a year, with cleaning if it is due.',
  },
  { slug: 'first-visit', title: 'First visit', length: 60, price: 45, description: 'X-rays and a treatment plan.' },
  { slug: 'hygiene', title: 'Hygiene appointment', length: 45, price: 65, description: null },
  { slug: 'video-consultation', title: 'Video consultation', length: 15, price: 20, description: 'From home.' },
  { slug: 'night-guard', title: 'Night guard fitting', length: 40, price: 120, description: null, isHidden: true },
];

/** An account's kinds of meetings, on the wire: numbered, and their titles ending with the account's name. */
export function eventTypesOf({ id, name }: CalcomAccountRow) {
  const first = (Number.parseInt(id.slice(-6), 16) % 1_000_000) * 10;
  return kinds.map(({ slug, title, length, price, description, isHidden = false }, index) => ({
    id: first + index,
    slug,
    title: `${title} (${name})`,
    description,
    duration_minutes: length,
    price,
    currency: 'eur',
    is_active: !isHidden,
  }));
}

const attendees = [
  { name: 'Nadia Petrova', days: 1, hour: 9, length: 30, status: 'accepted', zone: 'Europe/Dublin' },
  { name: 'Tom Breen', days: 2, hour: 14, length: 60, status: 'accepted', zone: 'Europe/Dublin' },
  { name: 'Aoife Kelly', days: 4, hour: 11, length: 45, status: 'pending', zone: 'Europe/Dublin' },
  { name: 'José Marín', days: 6, hour: 8, length: 15, status: 'accepted', zone: 'Europe/Madrid' },
  { name: 'Wei Lin', days: -3, hour: 15, length: 30, status: 'cancelled', zone: 'Europe/London' },
  { name: 'Ella Schmidt', days: -8, hour: 10, length: 30, status: 'accepted', zone: 'Europe/Berlin' },
];

/** Bookings that an account has when it's connected, or was `since`. */
export function firstBookingsOf({ id, organization_id }: CalcomAccountRow, since: Date): CalcomBookingRow[] {
  const midnight = Math.floor(since.getTime() / day) * day;
  return attendees.map(({ name, days, hour, length, status, zone }, index) => {
    const start = midnight + days * day + hour * 60 * minute;
    const [first = '', last = ''] = name
      .normalize('NFD')
      .replace(/[^\w ]/g, '')
      .toLowerCase()
      .split(' ');
    return {
      id: `bk_${id.replaceAll('-', '').slice(-12)}_${index + 1}`,
      organization_id,
      account_id: id,
      attendee_name: name,
      attendee_email: `${first}.${last}@example.com`,
      attendee_phone: index % 2 ? null : `+35315550${100 + index}`,
      attendee_timezone: zone,
      start_time: new Date(start).toISOString(),
      end_time: new Date(start + length * minute).toISOString(),
      status,
    };
  });
}

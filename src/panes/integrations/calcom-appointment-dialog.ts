import { html } from 'lit';
import { type Booking, calcomBookingsResource } from '../../resources/calcom-bookings.js';
import { dateTime } from '../../ui/date-time.js';
import { trueOrder } from '../../ui/true-order.js';
import { AppointmentDialog } from './appointment-dialog.js';
import { bookingStatusBadge } from './calcom-booking-status.js';
import type { CalcomDesk, TableWords } from './calcom-desk.js';
import { tablesEn } from './calcom-tables-en.js';

/** Shows one booking of Cal.com in full. */
export function calcomAppointmentDialog(desk: CalcomDesk): AppointmentDialog<Booking> {
  const words = (): TableWords => desk.locale().sibling(tablesEn);
  return new AppointmentDialog(desk, {
    words,
    fresh: (workspace, id) => workspace.use(calcomBookingsResource).appointment(id),
    name: ({ name }) => name,
    facts: (booking) => factsOf(booking, words()),
  });
}

function factsOf(booking: Booking, words: TableWords): [label: string, value: unknown][] {
  const { t, lang } = words;
  const { start, end, minutes: count, status, timezone, email, phone, url } = booking;
  return [
    [t('when'), start && dateTime(start, lang)],
    [t('end'), end && dateTime(end, lang)],
    [t('length'), count !== undefined && t('minutes', { count })],
    [t('status'), status && bookingStatusBadge(status, words)],
    [t('timezone'), timezone && trueOrder(timezone)],
    [t('email'), email && trueOrder(email)],
    [t('phone'), phone && html`<bdi dir="ltr">${phone}</bdi>`],
    [t('meeting'), url && meetingLink(url)],
    [t('uid'), html`<code dir="ltr">${booking.id}</code>`],
  ];
}

/** A link where it leads to a page of the web; anything else stays text. */
function meetingLink(url: string) {
  if (!/^https?:\/\//i.test(url)) return trueOrder(url);
  return html`<a href=${url} target="_blank" rel="noopener noreferrer"><bdi dir="ltr">${url}</bdi></a>`;
}

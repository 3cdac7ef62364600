import { html } from 'lit';
import { type Booking, calcomBookingsResource } from '../../resources/calcom-bookings.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { dateTime } from '../../ui/time.js';
import { AppointmentDialog } from '../base/appointment-dialog.js';
import { bookingStatusBadge } from './booking-status.js';
import type { CalcomContext, TableWords } from './calcom-context.js';
import { tablesEn } from './tables.en.js';

/** Shows one booking of Cal.com in full. */
export function calcomAppointmentDialog(context: CalcomContext): AppointmentDialog<Booking> {
  const words = (): TableWords => context.locale().sibling(tablesEn);
  return new AppointmentDialog(context, {
    words,
    fresh: (session, id) => session.use(calcomBookingsResource).appointment(id),
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
    [t('timezone'), timezone && bidiIsolate(timezone)],
    [t('email'), email && bidiIsolate(email)],
    [t('phone'), phone && html`<bdi dir="ltr" translate="no">${phone}</bdi>`],
    [t('meeting'), url && meetingLink(url)],
    [t('uid'), html`<code dir="ltr" translate="no">${booking.id}</code>`],
  ];
}

/** A link where it leads to a page of the web; anything else stays text. */
function meetingLink(url: string) {
  if (!/^https?:\/\//i.test(url)) return bidiIsolate(url);
  return html`<a href=${url} target="_blank" rel="noopener noreferrer"><bdi dir="ltr" translate="no">${url}</bdi></a>`;
}

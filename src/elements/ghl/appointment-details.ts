import { html } from 'lit';
import type { Appointment } from '../../contract/appointments.js';
import type { Locale } from '../../locales/locale.js';
import { ghlBookingsResource } from '../../resources/ghl-bookings.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { dateTime } from '../../ui/time.js';
import { AppointmentDialog } from '../base/appointment-dialog.js';
import { statusBadge } from './appointment-status.js';
import type { GhlContext } from './ghl-context.js';
import { tablesEn } from './tables.en.js';

/** Shows one appointment of GoHighLevel in full. */
export function ghlAppointmentDialog(context: GhlContext): AppointmentDialog<Appointment> {
  const words = (): Locale<typeof tablesEn> => context.locale().sibling(tablesEn);
  return new AppointmentDialog(context, {
    words,
    fresh: (session, id) => session.use(ghlBookingsResource).appointment(id),
    name: ({ contact_name }) => contact_name,
    facts: (appointment) => factsOf(appointment, words()),
  });
}

function factsOf(appointment: Appointment, words: Locale<typeof tablesEn>): [label: string, value: unknown][] {
  const { t, lang } = words;
  const { appointment_time, end_time, status, contact_email, contact_phone, ghl_appointment_id } = appointment;
  const agent = appointment.agent_name ?? appointment.agent_id;
  return [
    [t('when'), appointment_time && dateTime(appointment_time, lang)],
    [t('end'), end_time && dateTime(end_time, lang)],
    [t('status'), status && statusBadge(status, words)],
    [t('agent'), agent && bidiIsolate(agent)],
    [t('email'), contact_email && bidiIsolate(contact_email)],
    [t('phone'), contact_phone && html`<bdi dir="ltr" translate="no">${contact_phone}</bdi>`],
    [t('id'), html`<code dir="ltr" translate="no">${appointment.id}</code>`],
    [t('ghlId'), ghl_appointment_id && html`<code dir="ltr" translate="no">${ghl_appointment_id}</code>`],
  ];
}

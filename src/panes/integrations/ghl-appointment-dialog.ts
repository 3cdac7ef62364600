import { html } from 'lit';
import type { Appointment } from '../../contract/appointments.js';
import type { Locale } from '../../locales/locale.js';
import { ghlBookingsResource } from '../../resources/ghl-bookings.js';
import { dateTime } from '../../ui/date-time.js';
import { trueOrder } from '../../ui/true-order.js';
import { AppointmentDialog } from './appointment-dialog.js';
import { statusBadge } from './ghl-appointment-status.js';
import type { GhlDesk } from './ghl-desk.js';
import { tablesEn } from './ghl-tables-en.js';

/** Shows one appointment of GoHighLevel in full. */
export function ghlAppointmentDialog(desk: GhlDesk): AppointmentDialog<Appointment> {
  const words = (): Locale<typeof tablesEn> => desk.locale().sibling(tablesEn);
  return new AppointmentDialog(desk, {
    words,
    fresh: (workspace, id) => workspace.use(ghlBookingsResource).appointment(id),
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
    [t('agent'), agent && trueOrder(agent)],
    [t('email'), contact_email && trueOrder(contact_email)],
    [t('phone'), contact_phone && html`<bdi dir="ltr">${contact_phone}</bdi>`],
    [t('id'), html`<code dir="ltr">${appointment.id}</code>`],
    [t('ghlId'), ghl_appointment_id && html`<code dir="ltr">${ghl_appointment_id}</code>`],
  ];
}

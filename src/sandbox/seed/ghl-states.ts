import { type AppointmentRow, agents, appointments, ghlConnections } from '../db/tables.js';
import { toLocalPart } from '../db/text.js';
import { connectGhlLocation, disconnectGhlLocation, type IntegrationTarget } from '../ghl/ghl-connection.js';

/** States of a connection to GoHighLevel. */
export const ghlStates = ['none', 'active', 'incomplete', 'token_invalid'] as const;

const hour = 3_600_000;
const day = 24 * hour;

/** Sets the state of an organization's connection. A complete connection without appointments gets some. */
export async function setGhl(target: IntegrationTarget, state: (typeof ghlStates)[number]): Promise<void> {
  const { rows, organizationId: organization_id, now } = target;
  if (state === 'none') return disconnectGhlLocation(rows, organization_id);
  await connectGhlLocation(target, { isIncomplete: state === 'incomplete' });
  if (state === 'incomplete') return;
  if (state === 'token_invalid') {
    const token_expires_at = new Date(now - day).toISOString();
    await rows.update(ghlConnections, { organization_id }, { token_expires_at });
  }
  const known = await rows.count(appointments, { organization_id, account_id: null });
  if (known === 0) await seedAppointments(target);
}

const patients = [
  ...['Nora Whelan', 'Tomás Pires', 'Aoife Brennan', 'Idris Bello', 'Hana Sato', 'Pieter de Vries', 'Leila Haddad'],
  ...['Jack O’Connor', 'Mei-Ling Tan', 'Sofia Rossi', 'Emeka Obi', 'Ruth Abrams', 'Liam Doyle', 'Anneke Bos'],
];

/** Seeds appointments of some weeks: more than one page, in every status, past and upcoming. */
async function seedAppointments({ rows, organizationId, newId, now }: IntegrationTarget) {
  const booking = await rows.find(agents, { organization_id: organizationId }, { orderBy: 'created_at' });
  const statuses = ['confirmed', 'confirmed', 'rescheduled', 'confirmed', 'cancelled'];
  const midnight = Math.floor(now / day) * day;
  const booked = Array.from({ length: 27 }, (_, index): AppointmentRow => {
    const name = patients[index % patients.length] ?? '';
    const start = midnight + (6 - index) * day + (9 + ((index * 3) % 7)) * hour + (index % 2) * (hour / 2);
    return {
      id: newId(),
      organization_id: organizationId,
      account_id: null,
      ghl_appointment_id: `apt_${newId().slice(-12)}`,
      contact_id: `con_${newId().slice(-12)}`,
      agent_id: booking[index % 3 === 2 ? 1 : 0]?.id ?? '',
      contact_name: name,
      contact_email: index % 4 === 3 ? null : `${toLocalPart(name)}@mail.example`,
      contact_phone: index % 5 === 4 ? null : `+35385555${String(100 + index).padStart(4, '0')}`,
      contact_timezone: 'UTC',
      start_time: new Date(start).toISOString(),
      end_time: new Date(start + hour / 2).toISOString(),
      status: statuses[index % statuses.length] ?? 'confirmed',
    };
  });
  await rows.insert(appointments, booked);
}

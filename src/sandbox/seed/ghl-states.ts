import { agents, ghlAppointments, ghlConnections } from '../db/tables.js';
import { type ConnectingPorts, connectGhlLocation, disconnectGhlLocation } from '../ghl/ghl-connection.js';

/** How a workspace stands with GoHighLevel. */
export const ghlStates = ['none', 'active', 'incomplete', 'token_invalid'] as const;
export type GhlState = (typeof ghlStates)[number];

const hour = 3_600_000;
const day = 24 * hour;

/** Brings a workspace into a state, with a past where it had none. */
export async function setGhl(ports: ConnectingPorts, state: GhlState): Promise<void> {
  const { rows, organizationId, now } = ports;
  if (state === 'none') return disconnectGhlLocation(rows, organizationId);
  await connectGhlLocation(ports, { isIncomplete: state === 'incomplete' });
  if (state === 'incomplete') return undefined;
  if (state === 'token_invalid') {
    const token_expires_at = new Date(now - day).toISOString();
    await rows.update(ghlConnections, { organization_id: organizationId }, { token_expires_at });
  }
  if ((await rows.count(ghlAppointments, { organization_id: organizationId })) === 0) await bookPast(ports);
  return undefined;
}

const patients = [
  ...['Nora Whelan', 'Tomás Pires', 'Aoife Brennan', 'Idris Bello', 'Hana Sato', 'Pieter de Vries', 'Leila Haddad'],
  ...['Jack O’Connor', 'Mei-Ling Tan', 'Sofia Rossi', 'Emeka Obi', 'Ruth Abrams', 'Liam Doyle', 'Anneke Bos'],
];

/** What a practice's agents booked over some weeks: more than a page shows, in every state, in the past and ahead. */
async function bookPast({ rows, organizationId, newId, now }: ConnectingPorts) {
  const bookers = await rows.find(agents, { organization_id: organizationId }, { orderBy: 'created_at' });
  const states = ['confirmed', 'confirmed', 'rescheduled', 'confirmed', 'cancelled'];
  const midnight = Math.floor(now / day) * day;
  const booked = Array.from({ length: 27 }, (_, index) => {
    const name = patients[index % patients.length] ?? '';
    const plain = name.normalize('NFD').replace(/[^\w ]/g, '');
    const time = midnight + (6 - index) * day + (9 + ((index * 3) % 7)) * hour + (index % 2) * (hour / 2);
    return {
      id: newId(),
      organization_id: organizationId,
      ghl_appointment_id: `apt_${newId().slice(-12)}`,
      contact_id: `con_${newId().slice(-12)}`,
      agent_id: bookers[index % 3 === 2 ? 1 : 0]?.id ?? '',
      contact_name: name,
      contact_email: index % 4 === 3 ? null : `${plain.replaceAll(' ', '.').toLowerCase()}@mail.example`,
      contact_phone: index % 5 === 4 ? null : `+35385555${String(100 + index).padStart(4, '0')}`,
      appointment_time: new Date(time).toISOString(),
      status: states[index % states.length] ?? 'confirmed',
    };
  });
  await rows.insert(ghlAppointments, booked);
}

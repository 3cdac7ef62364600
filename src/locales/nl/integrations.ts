import type { PackWords } from '../pack.js';

export const integrations = {
  active: 'Verbonden',
  none: 'Niet verbonden',
  reconnect: 'Opnieuw verbinden nodig',
  incomplete: 'Instelling niet voltooid',

  heading: 'Integraties',
  lead: 'Diensten waarin je agents boeken.',
  path: 'Kruimelpad',
  ghl: 'GoHighLevel',
  ghlText: 'Agents boeken rechtstreeks in je GoHighLevel-agenda’s.',
  calcom: 'Cal.com',
  calcomText: 'Agents boeken meetings via een of meer Cal.com-accounts.',
  manage: '{name} beheren',
  calendars: { one: '1 agenda', other: '{count} agenda’s' },
  eventTypes: { one: '1 evenementtype', other: '{count} evenementtypen' },
  appointments: { one: '1 afspraak', other: '{count} afspraken' },
  manyAppointments: '{count} of meer afspraken',
} as const satisfies PackWords<'nl', 'integrations'>;

import type { PackWords } from '../pack.js';

export const integrations = {
  active: 'Verbunden',
  none: 'Nicht verbunden',
  reconnect: 'Neu verbinden nötig',
  incomplete: 'Einrichtung unvollständig',

  heading: 'Integrationen',
  lead: 'Dienste, in denen Ihre Agenten buchen.',
  path: 'Navigationspfad',
  ghl: 'GoHighLevel',
  ghlText: 'Agenten buchen direkt in Ihre GoHighLevel-Kalender.',
  calcom: 'Cal.com',
  calcomText: 'Agenten buchen Termine über ein oder mehrere Cal.com-Konten.',
  manage: '{name} verwalten',
  calendars: { one: '1 Kalender', other: '{count} Kalender' },
  eventTypes: { one: '1 Termintyp', other: '{count} Termintypen' },
  appointments: { one: '1 Termin', other: '{count} Termine' },
  manyAppointments: '{count} oder mehr Termine',
} as const satisfies PackWords<'de', 'integrations'>;

import type { PackWords } from '../pack.js';

export const integrations = {
  active: 'Connecté',
  none: 'Non connecté',
  reconnect: 'Reconnexion nécessaire',
  incomplete: 'Configuration incomplète',

  heading: 'Intégrations',
  lead: 'Services dans lesquels vos agents réservent.',
  path: 'Fil d’Ariane',
  ghl: 'GoHighLevel',
  ghlText: 'Les agents réservent directement dans vos calendriers GoHighLevel.',
  calcom: 'Cal.com',
  calcomText: 'Les agents réservent des réunions avec un ou plusieurs comptes Cal.com.',
  manage: 'Gérer {name}',
  calendars: { one: '{count} calendrier', many: '{count} de calendriers', other: '{count} calendriers' },
  eventTypes: {
    one: '{count} type d’événement',
    many: '{count} de types d’événement',
    other: '{count} types d’événement',
  },
  appointments: { one: '{count} rendez-vous', many: '{count} de rendez-vous', other: '{count} rendez-vous' },
  manyAppointments: '{count} rendez-vous ou plus',
} as const satisfies PackWords<'fr', 'integrations'>;

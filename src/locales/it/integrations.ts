import type { PackWords } from '../pack.js';

export const integrations = {
  active: 'Connesso',
  none: 'Non connesso',
  reconnect: 'Riconnessione necessaria',
  incomplete: 'Configurazione incompleta',

  heading: 'Integrazioni',
  lead: 'Servizi in cui prenotano i tuoi agenti.',
  path: 'Percorso di navigazione',
  ghl: 'GoHighLevel',
  ghlText: 'Gli agenti prenotano direttamente nei tuoi calendari GoHighLevel.',
  calcom: 'Cal.com',
  calcomText: 'Gli agenti prenotano riunioni tramite uno o più account Cal.com.',
  manage: 'Gestisci {name}',
  calendars: { one: '1 calendario', many: '{count} di calendari', other: '{count} calendari' },
  eventTypes: { one: '1 tipo di evento', many: '{count} di tipi di evento', other: '{count} tipi di evento' },
  appointments: { one: '1 appuntamento', many: '{count} di appuntamenti', other: '{count} appuntamenti' },
  manyAppointments: '{count} o più appuntamenti',
} as const satisfies PackWords<'it', 'integrations'>;

import type { PackWords } from '../pack.js';

export const apiReference = {
  heading: 'Riferimento API',
  lead: 'Documentazione e richieste pronte all’uso per il tuo workspace.',
  none: 'Qui non c’è documentazione dell’API.',

  'api.heading': 'Riferimento API',
  'api.text': 'L’intera API REST: agenti, chiamate, contatti, campagne e la tua organizzazione.',
  'ghl.heading': 'API di integrazione GHL',
  'ghl.text': 'La connessione a GoHighLevel, i suoi calendari e gli appuntamenti prenotati dai tuoi agenti.',
  'calcom.heading': 'API di integrazione Cal.com',
  'calcom.text': 'Gli account Cal.com connessi e i tipi di evento prenotabili.',
} as const satisfies PackWords<'it', 'apiReference'>;

import type { PackWords } from '../pack.js';

export const apiReference = {
  heading: 'API-Referenz',
  lead: 'Dokumentation und fertige Anfragen für Ihren Workspace.',
  none: 'Hier gibt es keine API-Dokumentation.',

  'api.heading': 'API-Referenz',
  'api.text': 'Die ganze REST-API: Agenten, Anrufe, Kontakte, Kampagnen und Ihre Organisation.',
  'ghl.heading': 'GHL-Integrations-API',
  'ghl.text': 'Die Verbindung mit GoHighLevel, ihre Kalender und die Termine, die Ihre Agenten gebucht haben.',
  'calcom.heading': 'Cal.com-Integrations-API',
  'calcom.text': 'Die verbundenen Cal.com-Konten und die Termintypen, die damit gebucht werden können.',
} as const satisfies PackWords<'de', 'apiReference'>;

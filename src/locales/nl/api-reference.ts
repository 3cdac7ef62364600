import type { PackWords } from '../pack.js';

export const apiReference = {
  heading: 'API-documentatie',
  lead: 'Documentatie en kant-en-klare verzoeken voor je workspace.',
  none: 'Hier is geen API-documentatie.',

  'api.heading': 'API-documentatie',
  'api.text': 'De hele REST-API: agents, gesprekken, contacten, campagnes en je organisatie.',
  'ghl.heading': 'GHL-integratie-API',
  'ghl.text': 'De GoHighLevel-verbinding, de agenda’s en de afspraken die je agents hebben geboekt.',
  'calcom.heading': 'Cal.com-integratie-API',
  'calcom.text': 'De verbonden Cal.com-accounts en de evenementtypen die ermee geboekt kunnen worden.',
} as const satisfies PackWords<'nl', 'apiReference'>;

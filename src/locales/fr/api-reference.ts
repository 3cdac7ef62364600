import type { PackWords } from '../pack.js';

export const apiReference = {
  heading: 'Référence de l’API',
  lead: 'Documentation et requêtes prêtes à l’emploi pour votre espace de travail.',
  none: 'Aucune documentation d’API ici.',

  'api.heading': 'Référence de l’API',
  'api.text': 'Toute l’API REST : agents, appels, contacts, campagnes et votre organisation.',
  'ghl.heading': 'API d’intégration GHL',
  'ghl.text': 'La connexion GoHighLevel, ses calendriers et les rendez-vous réservés par vos agents.',
  'calcom.heading': 'API d’intégration Cal.com',
  'calcom.text': 'Les comptes Cal.com connectés et les types d’événement qu’ils permettent de réserver.',
} as const satisfies PackWords<'fr', 'apiReference'>;

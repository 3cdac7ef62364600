import type { PackWords } from '../pack.js';

export const settings = {
  heading: 'Instellingen',
  search: 'Instellingen zoeken',
  menu: 'Instellingenmenu:',
  unsaved: 'Niet-opgeslagen wijzigingen',
  checkUp: 'Beveiligingscheck',

  'group.workspace': 'Organisatie en profiel',
  'group.access': 'Beveiliging en toegang',
  'group.team': 'Teambeheer',
  'group.api': 'Integraties en API',
  'pane.organization': 'Organisatie',
  'pane.profile': 'Profiel',
  'pane.security': 'Beveiliging',
  'pane.api-keys': 'API-sleutels',
  'pane.users': 'Gebruikers',
  'pane.invite-user': 'Gebruiker uitnodigen',
  'pane.integrations': 'Integraties',
  'pane.api-reference': 'API-documentatie',

  looking: 'Controleren…',
  allWell: 'Geen problemen gevonden.',
  restWell: 'Geen problemen gevonden in wat gecontroleerd kon worden.',
  result: { one: '1 punt om te bekijken', other: '{count} punten om te bekijken' },
  open: '{pane} openen',
  critical: 'Kritiek',
  warning: 'Waarschuwingen',
  passed: 'In orde',

  'found.noTwoFactor': 'Je logt in zonder tweestapsverificatie.',
  'found.staleSessions': {
    one: '1 van je sessies is langer dan 30 dagen niet gebruikt.',
    other: '{count} van je sessies zijn langer dan 30 dagen niet gebruikt.',
  },
  'found.unendingKeys': { one: '1 API-sleutel verloopt nooit.', other: '{count} API-sleutels verlopen nooit.' },
  'found.neverUsedKeys': {
    one: '1 API-sleutel is nooit gebruikt.',
    other: '{count} API-sleutels zijn nooit gebruikt.',
  },
  'found.unusedKeys': {
    one: '1 API-sleutel is 90 dagen niet gebruikt.',
    other: '{count} API-sleutels zijn 90 dagen niet gebruikt.',
  },
  'found.usersWithoutTwoFactor': {
    one: '1 gebruiker logt in zonder tweestapsverificatie.',
    other: '{count} gebruikers loggen in zonder tweestapsverificatie.',
  },
  'found.singleOwner': 'Er is maar één eigenaar. Gaat dat account verloren, dan heeft de workspace er geen meer.',
  'found.ghlReconnect': 'GoHighLevel is niet meer verbonden. Verbind het opnieuw.',
  'found.calcomBroken': {
    one: '1 Cal.com-account werkt niet meer.',
    other: '{count} Cal.com-accounts werken niet meer.',
  },

  notLookedAt: 'Niet gecontroleerd: {subjects}.',
  partOfUsers: 'De eerste {count} van {total} gebruikers zijn gecontroleerd.',
  firstUsers: 'Alleen de eerste {count} gebruikers zijn gecontroleerd.',
  onlyYours: 'Alleen eigenaren en beheerders kunnen gebruikers, API-sleutels en verbindingen controleren.',
  'subject.twoFactor': 'tweestapsverificatie',
  'subject.sessions': 'sessies',
  'subject.apiKeys': 'API-sleutels',
  'subject.users': 'gebruikers',
  'subject.ghl': 'GoHighLevel',
  'subject.calcom': 'Cal.com',

  searchHelp: 'Zoek een pagina of een veld.',
  nothingFound: 'Geen instellingen gevonden.',
  results: 'Resultaten',
  close: 'Sluiten',
} as const satisfies PackWords<'nl', 'settings'>;

import type { PackWords } from '../pack.js';

export const settings = {
  heading: 'Einstellungen',
  search: 'Einstellungen durchsuchen',
  menu: 'Einstellungsmenü:',
  unsaved: 'Nicht gespeicherte Änderungen',
  checkUp: 'Sicherheitscheck',

  'group.workspace': 'Organisation & Profil',
  'group.access': 'Sicherheit & Zugang',
  'group.team': 'Team',
  'group.api': 'Integrationen & API',
  'pane.organization': 'Organisation',
  'pane.profile': 'Profil',
  'pane.security': 'Sicherheit',
  'pane.api-keys': 'API-Schlüssel',
  'pane.users': 'Benutzer',
  'pane.invite-user': 'Benutzer einladen',
  'pane.integrations': 'Integrationen',
  'pane.api-reference': 'API-Referenz',

  looking: 'Wird geprüft…',
  allWell: 'Keine Auffälligkeiten gefunden.',
  restWell: 'Keine Auffälligkeiten in dem, was geprüft werden konnte.',
  result: { one: '1 Punkt zu prüfen', other: '{count} Punkte zu prüfen' },
  open: '{pane} öffnen',
  critical: 'Kritisch',
  warning: 'Warnungen',
  passed: 'In Ordnung',

  'found.noTwoFactor': 'Sie melden sich ohne Zwei-Faktor-Authentifizierung an.',
  'found.staleSessions': {
    one: '1 Ihrer Sitzungen ist seit mehr als 30 Tagen ungenutzt.',
    other: '{count} Ihrer Sitzungen sind seit mehr als 30 Tagen ungenutzt.',
  },
  'found.unendingKeys': { one: '1 API-Schlüssel läuft nie ab.', other: '{count} API-Schlüssel laufen nie ab.' },
  'found.neverUsedKeys': {
    one: '1 API-Schlüssel wurde nie benutzt.',
    other: '{count} API-Schlüssel wurden nie benutzt.',
  },
  'found.unusedKeys': {
    one: '1 API-Schlüssel wurde seit 90 Tagen nicht benutzt.',
    other: '{count} API-Schlüssel wurden seit 90 Tagen nicht benutzt.',
  },
  'found.usersWithoutTwoFactor': {
    one: '1 Benutzer meldet sich ohne Zwei-Faktor-Authentifizierung an.',
    other: '{count} Benutzer melden sich ohne Zwei-Faktor-Authentifizierung an.',
  },
  'found.singleOwner': 'Es gibt nur einen Owner. Geht dieses Konto verloren, hat der Workspace keinen.',
  'found.ghlReconnect': 'GoHighLevel ist nicht mehr verbunden. Verbinden Sie es neu.',
  'found.calcomBroken': {
    one: '1 Cal.com-Konto funktioniert nicht mehr.',
    other: '{count} Cal.com-Konten funktionieren nicht mehr.',
  },

  notLookedAt: 'Nicht geprüft werden konnten: {subjects}.',
  partOfUsers: 'Die ersten {count} von {total} Benutzern wurden geprüft.',
  firstUsers: 'Nur die ersten {count} Benutzer wurden geprüft.',
  onlyYours: 'Nur Owner und Admins können Benutzer, API-Schlüssel und Verbindungen prüfen.',
  'subject.twoFactor': 'Zwei-Faktor-Authentifizierung',
  'subject.sessions': 'Sitzungen',
  'subject.apiKeys': 'API-Schlüssel',
  'subject.users': 'Benutzer',
  'subject.ghl': 'GoHighLevel',
  'subject.calcom': 'Cal.com',

  searchHelp: 'Suchen Sie eine Seite oder ein Feld.',
  nothingFound: 'Keine Einstellungen gefunden.',
  results: 'Ergebnisse',
  close: 'Schließen',
} as const satisfies PackWords<'de', 'settings'>;

import type { PackWords } from '../pack.js';

export const ghl = {
  active: 'Verbunden',
  none: 'Nicht verbunden',
  reconnect: 'Neu verbinden nötig',
  incomplete: 'Einrichtung unvollständig',

  heading: 'GoHighLevel',
  lead: 'Agenten buchen direkt in Ihre GoHighLevel-Kalender.',
  views: 'GoHighLevel',
  overview: 'Übersicht',
  calendars: 'Kalender',
  appointments: 'Termine',
  noneHelp: 'Verbinden Sie GoHighLevel, damit Ihre Agenten in den Kalendern buchen können.',
  reconnectHelp:
    'GoHighLevel nimmt diese Verbindung nicht mehr an, deshalb können Ihre Agenten nicht buchen. Stellen Sie die Verbindung neu her.',
  incompleteHelp:
    'Noch bucht kein Agent über einen Kalender. Wählen Sie in den Einstellungen eines Agenten einen Kalender.',
  location: 'Standort-ID',
  copyLocation: 'Standort-ID kopieren',
  agents: 'Agenten',
  agentCount: { one: '1 Agent bucht über GoHighLevel.', other: '{count} Agenten buchen über GoHighLevel.' },
  connect: 'GoHighLevel verbinden',
  renew: 'GoHighLevel neu verbinden',
  disconnect: 'GoHighLevel trennen',
  disconnectEffect: 'Nach dem Trennen buchen Ihre Agenten nicht mehr in GoHighLevel. Bestehende Termine bleiben.',
  notManager: 'Nur Owner und Admins können GoHighLevel verbinden oder trennen.',
  'error.UNAUTHORIZED':
    'Diese Seite hat keinen Zugriff auf GoHighLevel. Bitten Sie den Betreiber der Seite, einen API-Schlüssel zu hinterlegen.',
  'error.FORBIDDEN': 'Diese Seite hat keinen Zugriff auf GoHighLevel.',

  waiting:
    'Warten auf GoHighLevel. Erlauben Sie den Zugriff im geöffneten Fenster. Diese Seite aktualisiert sich selbst.',
  blocked:
    'Ihr Browser hat das Fenster blockiert. Öffnen Sie GoHighLevel und erlauben Sie den Zugriff. Diese Seite aktualisiert sich selbst.',
  open: 'GoHighLevel öffnen',
  stopWaiting: 'Nicht mehr warten',
  stopped: 'Warten beendet. GoHighLevel ist nicht verbunden.',
  notYet:
    'GoHighLevel ist noch nicht verbunden. Wenn Sie den Zugriff abgelehnt oder das Fenster geschlossen haben, öffnen Sie GoHighLevel erneut. Wenn Sie ihn erlaubt haben, warten Sie einen Moment. Diese Seite prüft weiter.',
  unfinished:
    'GoHighLevel hat sich nicht innerhalb von zwei Minuten verbunden. Wenn Sie den Zugriff erlaubt haben, prüfen Sie erneut. Wenn Sie ihn abgelehnt oder das Fenster geschlossen haben, versuchen Sie es noch einmal.',
  checkAgain: 'Erneut prüfen',
  stillNot: 'Noch nicht verbunden.',
  notStarted: 'GoHighLevel ist nicht verbunden.',
  connected: 'GoHighLevel ist verbunden.',
  affected: 'Diese Agenten buchen dann nicht mehr:',
  booksThrough: '{agent} bucht über {calendars}',
  disconnected: 'GoHighLevel ist getrennt.',
  notDisconnected: 'GoHighLevel ist noch verbunden.',
  perhapsDisconnected: 'Unklar, ob die Änderung wirksam ist. Wir prüfen es, sobald der Server wieder antwortet.',

  calendar: 'Kalender',
  service: 'Dienst',
  agent: 'Agent',
  noAgent: 'Keiner',
  paused: 'Pausiert',
  unknown: 'Nicht lesbar',
  noCalendars: 'Dieser Standort hat noch keine Kalender. Legen Sie einen in GoHighLevel an.',
} as const satisfies PackWords<'de', 'ghl'>;

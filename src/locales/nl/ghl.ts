import type { PackWords } from '../pack.js';

export const ghl = {
  active: 'Verbonden',
  none: 'Niet verbonden',
  reconnect: 'Opnieuw verbinden nodig',
  incomplete: 'Instelling niet voltooid',

  heading: 'GoHighLevel',
  lead: 'Agents boeken rechtstreeks in je GoHighLevel-agenda’s.',
  views: 'GoHighLevel',
  overview: 'Overzicht',
  calendars: 'Agenda’s',
  appointments: 'Afspraken',
  noneHelp: 'Verbind GoHighLevel zodat je agents in de agenda’s kunnen boeken.',
  reconnectHelp: 'GoHighLevel accepteert deze verbinding niet meer, dus je agents kunnen niet boeken. Verbind opnieuw.',
  incompleteHelp: 'Er boekt nog geen agent via een agenda. Kies een agenda in de instellingen van een agent.',
  location: 'Locatie-ID',
  copyLocation: 'Locatie-ID kopiëren',
  agents: 'Agents',
  agentCount: { one: '1 agent boekt via GoHighLevel.', other: '{count} agents boeken via GoHighLevel.' },
  connect: 'GoHighLevel verbinden',
  renew: 'GoHighLevel opnieuw verbinden',
  disconnect: 'GoHighLevel ontkoppelen',
  disconnectEffect: 'Na het ontkoppelen boeken je agents niet meer in GoHighLevel. Bestaande afspraken blijven staan.',
  notManager: 'Alleen eigenaren en beheerders kunnen GoHighLevel verbinden of ontkoppelen.',
  'error.UNAUTHORIZED':
    'Deze pagina heeft geen toegang tot GoHighLevel. Vraag de eigenaar van de pagina om een API-sleutel toe te voegen.',
  'error.FORBIDDEN': 'Deze pagina heeft geen toegang tot GoHighLevel.',

  waiting:
    'Wachten op GoHighLevel. Sta toegang toe in het venster dat is geopend. Deze pagina wordt vanzelf bijgewerkt.',
  blocked:
    'Je browser heeft het venster geblokkeerd. Open GoHighLevel en sta toegang toe. Deze pagina wordt vanzelf bijgewerkt.',
  open: 'GoHighLevel openen',
  stopWaiting: 'Niet meer wachten',
  stopped: 'Wachten gestopt. GoHighLevel is niet verbonden.',
  notYet:
    'GoHighLevel is nog niet verbonden. Heb je toegang geweigerd of het venster gesloten? Open GoHighLevel dan opnieuw. Heb je toegang toegestaan? Wacht dan even. Deze pagina blijft controleren.',
  unfinished:
    'GoHighLevel is niet binnen twee minuten verbonden. Heb je toegang toegestaan? Controleer het dan opnieuw. Heb je toegang geweigerd of het venster gesloten? Probeer het dan opnieuw.',
  checkAgain: 'Opnieuw controleren',
  stillNot: 'Nog niet verbonden.',
  notStarted: 'GoHighLevel is niet verbonden.',
  connected: 'GoHighLevel is verbonden.',
  affected: 'Deze agents stoppen met boeken:',
  booksThrough: '{agent} boekt via {calendars}',
  disconnected: 'GoHighLevel is ontkoppeld.',
  notDisconnected: 'GoHighLevel is nog verbonden.',
  perhapsDisconnected:
    'We weten niet zeker of de wijziging is doorgevoerd. We controleren het zodra de server reageert.',

  calendar: 'Agenda',
  service: 'Dienst',
  agent: 'Agent',
  noAgent: 'Geen',
  paused: 'Gepauzeerd',
  unknown: 'Kon niet worden gelezen',
  noCalendars: 'Deze locatie heeft nog geen agenda’s. Voeg er een toe in GoHighLevel.',
} as const satisfies PackWords<'nl', 'ghl'>;

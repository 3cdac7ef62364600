import type { PackWords } from '../pack.js';

export const ghl = {
  active: 'Connesso',
  none: 'Non connesso',
  reconnect: 'Riconnessione necessaria',
  incomplete: 'Configurazione incompleta',

  heading: 'GoHighLevel',
  lead: 'Gli agenti prenotano direttamente nei tuoi calendari GoHighLevel.',
  views: 'GoHighLevel',
  overview: 'Panoramica',
  calendars: 'Calendari',
  appointments: 'Appuntamenti',
  noneHelp: 'Connetti GoHighLevel per far prenotare i tuoi agenti nei suoi calendari.',
  reconnectHelp:
    'GoHighLevel non accetta più questa connessione, quindi i tuoi agenti non possono prenotare. Riconnetti per rinnovarla.',
  incompleteHelp:
    'Nessun agente prenota ancora in un calendario. Scegli un calendario nelle impostazioni di un agente.',
  location: 'ID della sede',
  copyLocation: 'Copia ID della sede',
  agents: 'Agenti',
  agentCount: {
    one: '1 agente prenota tramite GoHighLevel.',
    many: '{count} di agenti prenotano tramite GoHighLevel.',
    other: '{count} agenti prenotano tramite GoHighLevel.',
  },
  connect: 'Connetti GoHighLevel',
  renew: 'Riconnetti GoHighLevel',
  disconnect: 'Disconnetti GoHighLevel',
  disconnectEffect:
    'Dopo la disconnessione i tuoi agenti non prenotano più in GoHighLevel. Gli appuntamenti esistenti restano.',
  notManager: 'Solo proprietari e amministratori possono connettere o disconnettere GoHighLevel.',
  'error.UNAUTHORIZED':
    'Questa pagina non ha accesso a GoHighLevel. Chiedi al responsabile della pagina di aggiungere una chiave API.',
  'error.FORBIDDEN': 'Questa pagina non ha accesso a GoHighLevel.',

  waiting:
    'In attesa di GoHighLevel. Consenti l’accesso nella finestra che si è aperta. Questa pagina si aggiorna da sola.',
  blocked:
    'Il browser ha bloccato la finestra. Apri GoHighLevel e consenti l’accesso. Questa pagina si aggiorna da sola.',
  open: 'Apri GoHighLevel',
  stopWaiting: 'Non attendere più',
  stopped: 'Attesa interrotta. GoHighLevel non è connesso.',
  notYet:
    'GoHighLevel non è ancora connesso. Se hai negato l’accesso o chiuso la finestra, riapri GoHighLevel. Se hai consentito l’accesso, attendi un momento. Questa pagina continua a controllare.',
  unfinished:
    'GoHighLevel non si è connesso entro due minuti. Se hai consentito l’accesso, controlla di nuovo. Se l’hai negato o hai chiuso la finestra, riprova.',
  checkAgain: 'Controlla di nuovo',
  stillNot: 'Non ancora connesso.',
  notStarted: 'GoHighLevel non è connesso.',
  connected: 'GoHighLevel è connesso.',
  affected: 'Questi agenti smettono di prenotare:',
  booksThrough: '{agent} prenota in {calendars}',
  disconnected: 'GoHighLevel è disconnesso.',
  notDisconnected: 'GoHighLevel è ancora connesso.',
  perhapsDisconnected: 'Modifica non confermata. Controlleremo quando il server risponde.',

  calendar: 'Calendario',
  service: 'Servizio',
  agent: 'Agente',
  noAgent: 'Nessuno',
  paused: 'In pausa',
  unknown: 'Lettura non riuscita',
  noCalendars: 'Questa sede non ha ancora calendari. Aggiungine uno in GoHighLevel.',
} as const satisfies PackWords<'it', 'ghl'>;

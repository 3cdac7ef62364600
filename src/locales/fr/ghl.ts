import type { PackWords } from '../pack.js';

export const ghl = {
  active: 'Connecté',
  none: 'Non connecté',
  reconnect: 'Reconnexion nécessaire',
  incomplete: 'Configuration incomplète',

  heading: 'GoHighLevel',
  lead: 'Les agents réservent directement dans vos calendriers GoHighLevel.',
  views: 'GoHighLevel',
  overview: 'Vue d’ensemble',
  calendars: 'Calendriers',
  appointments: 'Rendez-vous',
  noneHelp: 'Connectez GoHighLevel pour que vos agents puissent réserver dans ses calendriers.',
  reconnectHelp:
    'GoHighLevel n’accepte plus cette connexion : vos agents ne peuvent pas réserver. Reconnectez-vous pour la renouveler.',
  incompleteHelp:
    'Aucun agent ne réserve encore dans un calendrier. Choisissez un calendrier dans les paramètres d’un agent.',
  location: 'ID de l’établissement',
  copyLocation: 'Copier l’ID de l’établissement',
  agents: 'Agents',
  agentCount: {
    one: '{count} agent réserve avec GoHighLevel.',
    many: '{count} d’agents réservent avec GoHighLevel.',
    other: '{count} agents réservent avec GoHighLevel.',
  },
  connect: 'Connecter GoHighLevel',
  renew: 'Reconnecter GoHighLevel',
  disconnect: 'Déconnecter GoHighLevel',
  disconnectEffect:
    'Après la déconnexion, vos agents ne réservent plus dans GoHighLevel. Les rendez-vous existants sont conservés.',
  notManager: 'Seuls les propriétaires et les administrateurs peuvent connecter ou déconnecter GoHighLevel.',
  'error.UNAUTHORIZED':
    'Cette page n’a pas accès à GoHighLevel. Demandez au responsable de la page d’ajouter une clé d’API.',
  'error.FORBIDDEN': 'Cette page n’a pas accès à GoHighLevel.',

  waiting:
    'En attente de GoHighLevel. Autorisez l’accès dans la fenêtre qui s’est ouverte. Cette page se met à jour d’elle-même.',
  blocked:
    'Votre navigateur a bloqué la fenêtre. Ouvrez GoHighLevel et autorisez l’accès. Cette page se met à jour d’elle-même.',
  open: 'Ouvrir GoHighLevel',
  stopWaiting: 'Ne plus attendre',
  stopped: 'Attente interrompue. GoHighLevel n’est pas connecté.',
  notYet:
    'GoHighLevel n’est pas encore connecté. Si vous avez refusé l’accès ou fermé la fenêtre, rouvrez GoHighLevel. Si vous l’avez autorisé, patientez un instant. Cette page continue de vérifier.',
  unfinished:
    'GoHighLevel ne s’est pas connecté en deux minutes. Si vous avez autorisé l’accès, vérifiez à nouveau. Si vous l’avez refusé ou avez fermé la fenêtre, réessayez.',
  checkAgain: 'Vérifier à nouveau',
  stillNot: 'Pas encore connecté.',
  notStarted: 'GoHighLevel n’est pas connecté.',
  connected: 'GoHighLevel est connecté.',
  affected: 'Ces agents ne réserveront plus :',
  booksThrough: '{agent} réserve dans {calendars}',
  disconnected: 'GoHighLevel est déconnecté.',
  notDisconnected: 'GoHighLevel est toujours connecté.',
  perhapsDisconnected: 'Modification non confirmée. Nous vérifierons dès que le serveur répondra.',

  calendar: 'Calendrier',
  service: 'Service',
  agent: 'Agent',
  noAgent: 'Aucun',
  paused: 'En pause',
  unknown: 'Lecture impossible',
  noCalendars: 'Cet établissement n’a pas encore de calendrier. Ajoutez-en un dans GoHighLevel.',
} as const satisfies PackWords<'fr', 'ghl'>;

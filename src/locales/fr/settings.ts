import type { PackWords } from '../pack.js';

export const settings = {
  heading: 'Paramètres',
  search: 'Rechercher un paramètre',
  menu: 'Menu des paramètres :',
  unsaved: 'Modifications non enregistrées',
  checkUp: 'Bilan de sécurité',

  'group.workspace': 'Organisation et profil',
  'group.access': 'Sécurité et accès',
  'group.team': 'Gestion de l’équipe',
  'group.api': 'Intégrations et API',
  'pane.organization': 'Organisation',
  'pane.profile': 'Profil',
  'pane.security': 'Sécurité',
  'pane.api-keys': 'Clés d’API',
  'pane.users': 'Utilisateurs',
  'pane.invite-user': 'Inviter un utilisateur',
  'pane.integrations': 'Intégrations',
  'pane.api-reference': 'Référence de l’API',

  looking: 'Vérification…',
  allWell: 'Aucun problème trouvé.',
  restWell: 'Aucun problème trouvé dans ce qui a pu être vérifié.',
  result: {
    one: '{count} point à examiner',
    many: '{count} de points à examiner',
    other: '{count} points à examiner',
  },
  open: 'Ouvrir {pane}',
  critical: 'Critique',
  warning: 'Avertissements',
  passed: 'En ordre',

  'found.noTwoFactor': 'Vous vous connectez sans authentification à deux facteurs.',
  'found.staleSessions': {
    one: '{count} de vos sessions est inactive depuis plus de 30 jours.',
    many: '{count} de vos sessions sont inactives depuis plus de 30 jours.',
    other: '{count} de vos sessions sont inactives depuis plus de 30 jours.',
  },
  'found.unendingKeys': {
    one: '{count} clé d’API n’expire jamais.',
    many: '{count} de clés d’API n’expirent jamais.',
    other: '{count} clés d’API n’expirent jamais.',
  },
  'found.neverUsedKeys': {
    one: '{count} clé d’API n’a jamais été utilisée.',
    many: '{count} de clés d’API n’ont jamais été utilisées.',
    other: '{count} clés d’API n’ont jamais été utilisées.',
  },
  'found.unusedKeys': {
    one: '{count} clé d’API n’a pas été utilisée depuis 90 jours.',
    many: '{count} de clés d’API n’ont pas été utilisées depuis 90 jours.',
    other: '{count} clés d’API n’ont pas été utilisées depuis 90 jours.',
  },
  'found.usersWithoutTwoFactor': {
    one: '{count} utilisateur se connecte sans authentification à deux facteurs.',
    many: '{count} d’utilisateurs se connectent sans authentification à deux facteurs.',
    other: '{count} utilisateurs se connectent sans authentification à deux facteurs.',
  },
  'found.singleOwner':
    'Il n’y a qu’un seul propriétaire. Si ce compte est perdu, l’espace de travail n’en a plus aucun.',
  'found.ghlReconnect': 'GoHighLevel n’est plus connecté. Reconnectez-le.',
  'found.calcomBroken': {
    one: '{count} compte Cal.com ne fonctionne plus.',
    many: '{count} de comptes Cal.com ne fonctionnent plus.',
    other: '{count} comptes Cal.com ne fonctionnent plus.',
  },

  notLookedAt: 'Vérification impossible : {subjects}.',
  partOfUsers: 'Vérification des {count} premiers utilisateurs sur {total}.',
  firstUsers: 'Seuls les {count} premiers utilisateurs ont été vérifiés.',
  onlyYours:
    'Seuls les propriétaires et les administrateurs peuvent vérifier les utilisateurs, les clés d’API et les connexions.',
  'subject.twoFactor': 'authentification à deux facteurs',
  'subject.sessions': 'sessions',
  'subject.apiKeys': 'clés d’API',
  'subject.users': 'utilisateurs',
  'subject.ghl': 'GoHighLevel',
  'subject.calcom': 'Cal.com',

  searchHelp: 'Recherchez une page ou un champ.',
  nothingFound: 'Aucun paramètre trouvé.',
  results: 'Résultats',
  close: 'Fermer',
} as const satisfies PackWords<'fr', 'settings'>;

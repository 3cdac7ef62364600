import type { PackWords } from '../pack.js';

export const settings = {
  heading: 'Ajustes',
  search: 'Buscar ajustes',
  menu: 'Menú de ajustes:',
  unsaved: 'Cambios sin guardar',
  notLoaded: 'No se ha podido cargar esta página. Comprueba tu conexión e inténtalo de nuevo.',
  checkUp: 'Revisión de seguridad',

  'group.workspace': 'Organización y perfil',
  'group.access': 'Seguridad y acceso',
  'group.team': 'Gestión del equipo',
  'group.api': 'Integraciones y API',
  'pane.organization': 'Organización',
  'pane.profile': 'Perfil',
  'pane.security': 'Seguridad',
  'pane.api-keys': 'Claves de API',
  'pane.users': 'Usuarios',
  'pane.invite-user': 'Invitar a un usuario',
  'pane.integrations': 'Integraciones',
  'pane.api-reference': 'Referencia de la API',

  looking: 'Comprobando…',
  allWell: 'No se han encontrado problemas.',
  restWell: 'No se han encontrado problemas en lo que se ha podido comprobar.',
  result: {
    one: '1 punto que revisar',
    many: '{count} de puntos que revisar',
    other: '{count} puntos que revisar',
  },
  open: 'Abrir {pane}',

  'found.noTwoFactor': 'Inicias sesión sin autenticación en dos pasos.',
  'found.staleSessions': {
    one: '1 de tus sesiones lleva más de 30 días inactiva.',
    many: '{count} de tus sesiones llevan más de 30 días inactivas.',
    other: '{count} de tus sesiones llevan más de 30 días inactivas.',
  },
  'found.unendingKeys': {
    one: '1 clave de API no caduca nunca.',
    many: '{count} de claves de API no caducan nunca.',
    other: '{count} claves de API no caducan nunca.',
  },
  'found.neverUsedKeys': {
    one: '1 clave de API nunca se ha usado.',
    many: '{count} de claves de API nunca se han usado.',
    other: '{count} claves de API nunca se han usado.',
  },
  'found.unusedKeys': {
    one: '1 clave de API lleva 90 días sin usarse.',
    many: '{count} de claves de API llevan 90 días sin usarse.',
    other: '{count} claves de API llevan 90 días sin usarse.',
  },
  'found.usersWithoutTwoFactor': {
    one: '1 usuario inicia sesión sin autenticación en dos pasos.',
    many: '{count} de usuarios inician sesión sin autenticación en dos pasos.',
    other: '{count} usuarios inician sesión sin autenticación en dos pasos.',
  },
  'found.singleOwner': 'Solo hay un propietario. Si se pierde esa cuenta, el espacio de trabajo se queda sin ninguno.',
  'found.ghlReconnect': 'GoHighLevel ya no está conectado. Reconéctalo.',
  'found.calcomBroken': {
    one: '1 cuenta de Cal.com ya no funciona.',
    many: '{count} de cuentas de Cal.com ya no funcionan.',
    other: '{count} cuentas de Cal.com ya no funcionan.',
  },

  notLookedAt: 'No se ha podido comprobar: {subjects}.',
  partOfUsers: 'Se han comprobado los primeros {count} de {total} usuarios.',
  firstUsers: 'Solo se han comprobado los primeros {count} usuarios.',
  onlyYours: 'Solo los propietarios y administradores pueden comprobar usuarios, claves de API y conexiones.',
  'subject.twoFactor': 'autenticación en dos pasos',
  'subject.sessions': 'sesiones',
  'subject.apiKeys': 'claves de API',
  'subject.users': 'usuarios',
  'subject.ghl': 'GoHighLevel',
  'subject.calcom': 'Cal.com',

  searchHelp: 'Busca una página o un campo.',
  nothingFound: 'No se han encontrado ajustes.',
  results: 'Resultados',
  close: 'Cerrar',
} as const satisfies PackWords<'es', 'settings'>;

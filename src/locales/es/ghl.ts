import type { PackWords } from '../pack.js';

export const ghl = {
  active: 'Conectado',
  none: 'No conectado',
  reconnect: 'Hay que reconectar',
  incomplete: 'Configuración incompleta',

  heading: 'GoHighLevel',
  lead: 'Los agentes reservan directamente en tus calendarios de GoHighLevel.',
  views: 'GoHighLevel',
  overview: 'Resumen',
  calendars: 'Calendarios',
  appointments: 'Citas',
  noneHelp: 'Conecta GoHighLevel para que tus agentes puedan reservar en sus calendarios.',
  reconnectHelp:
    'GoHighLevel ya no acepta esta conexión, así que tus agentes no pueden reservar. Reconecta para renovarla.',
  incompleteHelp: 'Ningún agente reserva aún en un calendario. Elige un calendario en los ajustes de un agente.',
  location: 'ID de la ubicación',
  copyLocation: 'Copiar ID de la ubicación',
  agents: 'Agentes',
  agentCount: {
    one: '1 agente reserva con GoHighLevel.',
    many: '{count} de agentes reservan con GoHighLevel.',
    other: '{count} agentes reservan con GoHighLevel.',
  },
  connect: 'Conectar GoHighLevel',
  renew: 'Reconectar GoHighLevel',
  disconnect: 'Desconectar GoHighLevel',
  disconnectEffect: 'Al desconectar, tus agentes dejan de reservar en GoHighLevel. Las citas existentes se mantienen.',
  notManager: 'Solo los propietarios y administradores pueden conectar o desconectar GoHighLevel.',
  'error.UNAUTHORIZED':
    'Esta página no tiene acceso a GoHighLevel. Pide al responsable de la página que añada una clave de API.',
  'error.FORBIDDEN': 'Esta página no tiene acceso a GoHighLevel.',

  waiting: 'Esperando a GoHighLevel. Permite el acceso en la ventana que se ha abierto. Esta página se actualiza sola.',
  blocked: 'Tu navegador ha bloqueado la ventana. Abre GoHighLevel y permite el acceso. Esta página se actualiza sola.',
  open: 'Abrir GoHighLevel',
  stopWaiting: 'Dejar de esperar',
  stopped: 'Se ha detenido la espera. GoHighLevel no está conectado.',
  notYet:
    'GoHighLevel aún no está conectado. Si has denegado el acceso o cerrado la ventana, vuelve a abrir GoHighLevel. Si lo has permitido, espera un momento. Esta página sigue comprobando.',
  unfinished:
    'GoHighLevel no se ha conectado en dos minutos. Si has permitido el acceso, compruébalo de nuevo. Si lo has denegado o has cerrado la ventana, inténtalo de nuevo.',
  checkAgain: 'Comprobar de nuevo',
  stillNot: 'Aún no está conectado.',
  notStarted: 'GoHighLevel no está conectado.',
  connected: 'GoHighLevel está conectado.',
  affected: 'Estos agentes dejan de reservar:',
  booksThrough: '{agent} reserva en {calendars}',
  disconnected: 'GoHighLevel está desconectado.',
  notDisconnected: 'GoHighLevel sigue conectado.',
  perhapsDisconnected: 'No hemos podido confirmar el cambio. Lo comprobaremos cuando el servidor responda.',

  calendar: 'Calendario',
  service: 'Servicio',
  agent: 'Agente',
  noAgent: 'Ninguno',
  paused: 'En pausa',
  unknown: 'No se ha podido leer',
  noCalendars: 'Esta ubicación aún no tiene calendarios. Añade uno en GoHighLevel.',
} as const satisfies PackWords<'es', 'ghl'>;

import type { PackWords } from '../pack.js';

export const integrations = {
  active: 'Conectado',
  none: 'No conectado',
  reconnect: 'Hay que reconectar',
  incomplete: 'Configuración incompleta',

  heading: 'Integraciones',
  lead: 'Servicios en los que reservan tus agentes.',
  path: 'Ruta de navegación',
  ghl: 'GoHighLevel',
  ghlText: 'Los agentes reservan directamente en tus calendarios de GoHighLevel.',
  calcom: 'Cal.com',
  calcomText: 'Los agentes reservan reuniones con una o varias cuentas de Cal.com.',
  manage: 'Gestionar {name}',
  calendars: { one: '1 calendario', many: '{count} de calendarios', other: '{count} calendarios' },
  eventTypes: { one: '1 tipo de evento', many: '{count} de tipos de evento', other: '{count} tipos de evento' },
  appointments: { one: '1 cita', many: '{count} de citas', other: '{count} citas' },
  manyAppointments: '{count} o más citas',
} as const satisfies PackWords<'es', 'integrations'>;

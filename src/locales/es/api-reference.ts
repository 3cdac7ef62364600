import type { PackWords } from '../pack.js';

export const apiReference = {
  heading: 'Referencia de la API',
  lead: 'Documentación y solicitudes listas para ejecutar en tu espacio de trabajo.',
  none: 'Aquí no hay documentación de la API.',

  'api.heading': 'Referencia de la API',
  'api.text': 'Toda la API REST: agentes, llamadas, contactos, campañas y tu organización.',
  'ghl.heading': 'API de integración de GHL',
  'ghl.text': 'La conexión con GoHighLevel, sus calendarios y las citas que han reservado tus agentes.',
  'calcom.heading': 'API de integración de Cal.com',
  'calcom.text': 'Las cuentas de Cal.com conectadas y los tipos de evento que se pueden reservar con ellas.',
} as const satisfies PackWords<'es', 'apiReference'>;

import type { PackWords } from '../pack.js';

export const security = {
  heading: 'Seguridad',
  lead: 'Cómo inicias sesión y dónde la tienes abierta.',
} as const satisfies PackWords<'es', 'security'>;

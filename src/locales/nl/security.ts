import type { PackWords } from '../pack.js';

export const security = {
  heading: 'Beveiliging',
  lead: 'Hoe en waar je bent ingelogd.',
} as const satisfies PackWords<'nl', 'security'>;

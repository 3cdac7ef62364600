import type { PackWords } from '../pack.js';

export const security = {
  heading: 'Sicherheit',
  lead: 'Wie Sie sich anmelden und wo Sie angemeldet sind.',
} as const satisfies PackWords<'de', 'security'>;

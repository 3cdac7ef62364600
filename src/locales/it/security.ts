import type { PackWords } from '../pack.js';

export const security = {
  heading: 'Sicurezza',
  lead: 'Come accedi e dove hai effettuato l’accesso.',
} as const satisfies PackWords<'it', 'security'>;

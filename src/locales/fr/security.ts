import type { PackWords } from '../pack.js';

export const security = {
  heading: 'Sécurité',
  lead: 'Comment et où vous êtes connecté.',
} as const satisfies PackWords<'fr', 'security'>;

import type { PackWords } from '../pack.js';

export const examples = {
  examples: 'Exemples',
  copyExample: 'Copier',
  copyExampleOf: 'l’exemple {language}',
} as const satisfies PackWords<'fr', 'examples'>;

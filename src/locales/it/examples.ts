import type { PackWords } from '../pack.js';

export const examples = {
  examples: 'Esempi',
  copyExample: 'Copia',
  copyExampleOf: 'l’esempio {language}',
} as const satisfies PackWords<'it', 'examples'>;

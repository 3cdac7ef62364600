import type { PackWords } from '../pack.js';

export const examples = {
  examples: 'Beispiele',
  copyExample: 'Kopieren',
  copyExampleOf: 'Beispiel in {language}',
} as const satisfies PackWords<'de', 'examples'>;

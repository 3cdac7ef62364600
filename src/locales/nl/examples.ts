import type { PackWords } from '../pack.js';

export const examples = {
  examples: 'Voorbeelden',
  copyExample: 'Kopieer',
  copyExampleOf: 'voorbeeld in {language}',
} as const satisfies PackWords<'nl', 'examples'>;

import type { PackWords } from '../pack.js';

export const examples = {
  examples: 'Örnekler',
  copyExample: 'Kopyala',
  copyExampleOf: '{language} örneği',
} as const satisfies PackWords<'tr', 'examples'>;

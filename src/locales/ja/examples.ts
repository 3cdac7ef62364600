import type { PackWords } from '../pack.js';

export const examples = {
  examples: 'コード例',
  copyExample: 'コピー',
  copyExampleOf: '{language} の例',
} as const satisfies PackWords<'ja', 'examples'>;

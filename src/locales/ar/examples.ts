import type { PackWords } from '../pack.js';

export const examples = {
  examples: 'أمثلة',
  copyExample: 'نسخ',
  copyExampleOf: 'مثال {language}',
} as const satisfies PackWords<'ar', 'examples'>;

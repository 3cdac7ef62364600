import type { PackWords } from '../pack.js';

export const security = {
  heading: 'セキュリティ',
  lead: 'ログイン方法と、ログイン中の端末です。',
} as const satisfies PackWords<'ja', 'security'>;

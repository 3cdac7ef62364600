import type { PackWords } from '../pack.js';

export const examples = {
  examples: '示例',
  copyExample: '复制',
  copyExampleOf: '{language} 示例',
} as const satisfies PackWords<'zh-CN', 'examples'>;

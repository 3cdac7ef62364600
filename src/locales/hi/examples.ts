import type { PackWords } from '../pack.js';

export const examples = {
  examples: 'उदाहरण',
  copyExample: 'कॉपी करें',
  copyExampleOf: '{language} का उदाहरण',
} as const satisfies PackWords<'hi', 'examples'>;

import type { Defect } from './defect.js';

const templates = { file: 'scripts/minify-templates.mjs', tests: ['test/build/plugins.test.ts'] };

export const defects: readonly Defect[] = [
  {
    ...templates,
    id: 'build-white-space-of-pre',
    breaks: 'code examples of script-tag pages lose their line breaks',
    find: '<(?:pre|textarea)\\b',
    replace: '<(?:textarea)\\b',
  },
];

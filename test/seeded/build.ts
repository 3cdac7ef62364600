import type { Defect } from './defect.js';

const templates = { file: 'scripts/minify-templates.mjs', tests: ['test/build/plugins.test.ts'] };
const readers = ['test/build/readers.test.ts'];
const chunks = ['test/build/plugins-of-builds.test.ts'];

export const defects: readonly Defect[] = [
  {
    ...templates,
    id: 'build-white-space-of-pre',
    breaks: 'code examples of script-tag pages lose their line breaks',
    find: '<(?:pre|textarea)\\b',
    replace: '<(?:textarea)\\b',
  },
  {
    ...templates,
    id: 'build-moved-expression',
    breaks: 'a style sheet with two values swapped, without a word from the build',
    find: 'throw new Error(`${filename}: an expression',
    replace: 'void new Error(`${filename}: an expression',
  },
  {
    ...templates,
    id: 'build-warning-of-css',
    breaks: 'a misspelt rule is dropped from the style sheet, without a word from the build',
    find: 'if (warnings.length) throw',
    replace: 'if (warnings.length > 1) throw',
  },
  {
    ...templates,
    id: 'build-dollar-in-css',
    breaks: 'a style sheet that shows "${" does not load',
    find: '|\\$(?={)',
    replace: '',
  },
  {
    ...templates,
    id: 'build-long-comment',
    breaks: 'notes for developers in what every page loads',
    find: '<!--[\\s\\S]*?-->',
    replace: '<!--.*?-->',
  },
  {
    file: 'scripts/pure-schemas.mjs',
    tests: ['test/build/plugins.test.ts'],
    id: 'build-pure-inside-functions',
    breaks: 'a bundler drops a call inside a function of the contract that is made for its effect',
    find: 'if (depth === 0) text.appendLeft',
    replace: 'text.appendLeft',
  },
  {
    file: 'scripts/reader-source.mjs',
    tests: readers,
    id: 'build-reader-of-nullable',
    breaks: 'script-tag pages refuse a reply with a null that npm pages read',
    find: '`r.nullable(',
    replace: '`r.optional(',
  },
  {
    file: 'src/contract/readers.ts',
    tests: readers,
    id: 'build-reader-of-prototype',
    breaks: 'a reply sets the prototype of what script-tag pages read',
    find: 'return rest;',
    replace: 'return value;',
  },
  {
    file: 'scripts/reply-readers.mjs',
    tests: chunks,
    id: 'build-sign-in-of-operations',
    breaks: 'script-tag pages no longer know which operation is signed with a key',
    find: "'path', 'auth', 'basis'",
    replace: "'path', 'basis'",
  },
  {
    file: 'scripts/shared-chunks.mjs',
    tests: chunks,
    id: 'build-entry-loaded-twice',
    breaks: 'a script tag with a query loads the kit twice, and the second one registers nothing',
    find: 'if (inEntry.has(id)) throw',
    replace: 'if (false) throw',
  },
  {
    file: 'scripts/library-chunks.mjs',
    tests: chunks,
    id: 'build-dialogs-of-panes',
    breaks: 'in an app with a bundler, a pane loads the dialogs of all others before its data',
    find: "panes ? 'panes' : 'forms'",
    replace: "'panes'",
  },
  {
    file: 'scripts/own-keys.mjs',
    tests: ['test/build/plugins.test.ts'],
    id: 'build-keys-of-nothing',
    breaks: 'a form fails on every page, because a dependency loops over the keys of nothing',
    find: "' ?? {})'",
    replace: "')'",
  },
];

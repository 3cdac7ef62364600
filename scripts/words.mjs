// Part of `npm run lint`: reports banned words, on screen and in prose, with the words to write instead.
//   node scripts/words.mjs    this check alone
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'vite';
import {
  codeWords,
  fixedLabels,
  fixedPhrases,
  names,
  proseWords,
  screenWords,
  translatedWords,
} from './banned-words.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files below a folder, named from the root of the repository. */
const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`);

/** Strings and template texts of a module, with their places; without keys of objects and addresses of imports. */
function stringsOf(program) {
  const found = [];
  const skipped = new Set();
  new Visitor({
    ImportDeclaration: ({ source }) => skipped.add(source),
    Property: ({ key, computed }) => !computed && skipped.add(key),
    Literal: (node) => typeof node.value === 'string' && found.push(node),
    TemplateElement: (node) => found.push({ ...node, value: node.value.cooked ?? '' }),
  }).visit(program);
  return found.filter((node) => !skipped.has(node));
}

/** Names that a module declares or uses. */
function namesOf(program) {
  const found = [];
  const add = (node) => found.push({ ...node, value: node.name });
  new Visitor({ Identifier: add, PrivateIdentifier: add }).visit(program);
  return found;
}

const testFunctions = ['describe', 'it', 'test', 'step'];

/** Titles of tests: the first argument of `it` and `describe`, and of what they return, such as `it.each(…)`. */
function titlesOf(program) {
  const found = [];
  const nameOf = (callee) => callee.name ?? nameOf(callee.object ?? callee.callee ?? { name: '' });
  new Visitor({
    CallExpression: ({ callee, arguments: [title] }) => {
      if (!title || !testFunctions.includes(nameOf(callee))) return;
      if (title.type === 'Literal' && typeof title.value === 'string') found.push(title);
      if (title.type === 'TemplateLiteral')
        for (const part of title.quasis) found.push({ ...part, value: part.value.cooked ?? '' });
    },
  }).visit(program);
  return found;
}

/** A text with quoted code replaced by spaces, so that line numbers and columns stay the same. */
const blank = (code) => code.replace(/[^\n]/g, ' ');
const withoutCode = (text) => text.replace(/`[^`\n]*`|\{@link[^}]*\}/g, blank);

/** Texts of a Markdown or HTML file. */
function proseOf(text) {
  const value = text.replace(/^ *```[\s\S]*?^ *```/gm, blank).replace(/`[^`\n]*`|<[^>\n]*>|\]\([^)]*\)/g, blank);
  return [{ value, start: 0 }];
}

/** The banned words in a file, as `file:line: word → instead`. */
function problemsOf(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const problems = [];
  const check = (texts, words) => {
    for (const { value, start } of texts) {
      if (fixedLabels.includes(value)) continue;
      for (const [pattern, instead] of words) {
        for (const { 0: word, index } of value.replace(fixedPhrases, blank).matchAll(pattern)) {
          const line = text.slice(0, start + index).split('\n').length;
          problems.push(`${file}:${line}: “${word}” → ${instead}`);
        }
      }
    }
  };
  if (/\.(?:md|html)$/.test(file)) check(proseOf(text), proseWords);
  else {
    const { program, comments } = parseSync(file, text);
    if (/(?:^|[./])en\.ts$/.test(file) || file.startsWith('src/sandbox/mail/')) check(stringsOf(program), screenWords);
    else if (/^src\/(?:locales\/[^/]+|sandbox\/words)\//.test(file)) check(stringsOf(program), translatedWords);
    check(
      comments.map(({ value, start }) => ({ value: withoutCode(value), start })),
      codeWords,
    );
    check(namesOf(program), names);
    if (file.endsWith('.test.ts')) check(titlesOf(program), codeWords);
  }
  return problems;
}

const prose = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...filesIn('docs'),
  ...filesIn('demo/pages'),
  ...filesIn('examples'),
];
const code = ['src', 'demo', 'stories', 'test', 'scripts', 'examples'].flatMap(filesIn);
const files = [
  ...prose.filter((file) => /\.(?:md|html)$/.test(file)),
  ...code.filter((file) => /\.(?:ts|mjs|js)$/.test(file) && file !== 'scripts/banned-words.mjs'),
];

const problems = files.flatMap(problemsOf);
for (const problem of problems) console.log(problem);
if (problems.length) console.log(`${problems.length} words to replace`);
process.exitCode = problems.length ? 1 : 0;

// `npm run test:mutation -- ui 150` changes 150 places of src/ui with Stryker, one at a time, and runs the tests that reach
// the place; a change that no test notices survives. Only the text of the places and the seed determine the choice. Prints
// the share by file and the survivors, writes both to .build/mutation/ui.json, and fails below 85 of 100.
// `npm run test:mutation -- ui 150 pager` runs only the changes in files whose path matches `pager`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { keyOf } from './mutation-sample.mjs';

const least = 85;
const seed = 'agni';
const root = fileURLToPath(new URL('..', import.meta.url));
const areas = ['contract', 'client', 'resources', 'sandbox', 'ui', 'elements'];

/** Texts and styles, which tests of languages and comparisons of pictures cover. */
const isText = /(?:\ben|styles|words\/[a-z]{2}(?:-[A-Z]{2})?|openapi\/texts|openapi\/examples)\.ts$/;

/** All changes that Stryker can make to files. */
async function changesOf(files) {
  const ignore = () => undefined;
  const silent = { debug: ignore, info: ignore, warn: ignore, isDebugEnabled: () => false };
  const texts = files.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  return (await new Instrumenter(silent).instrument(texts, options)).mutants;
}

/** The place of a change, in the format of Stryker's option `mutate`. */
function rangeOf({ fileName, location: { start, end } }) {
  return `${relative(root, fileName)}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}

/**
 * Sorts changes in a random but reproducible order. The name of a change does not contain its line, so most of a sample
 * stays the same after an edit.
 */
function shuffled(changes) {
  const seen = new Map();
  const rankOf = ({ fileName, mutatorName, replacement }) => {
    const name = [seed, relative(root, fileName), mutatorName, replacement].join();
    const count = (seen.get(name) ?? 0) + 1; // distinguishes equal changes at several places of a file
    seen.set(name, count);
    return createHash('sha256').update(`${name},${count}`).digest('hex');
  };
  const ranked = changes.map((change) => ({ change, rank: rankOf(change) }));
  return ranked.sort((one, other) => (one.rank < other.rank ? -1 : 1)).map(({ change }) => change);
}

/** The text of a file before, at and after a change. */
function partsOf({ fileName, location: { start, end } }) {
  const text = readFileSync(fileName, 'utf8');
  const lines = text.split('\n');
  const offset = ({ line, column }) =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, column - 1);
  return [text.slice(0, offset(start)), text.slice(offset(start), offset(end)), text.slice(offset(end))];
}

/** Returns the changes that compile. The compiler notices the others before any test runs, so they do not count. */
function thoseThatCompile(changes) {
  const copy = join(root, '.build/mutation', area);
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
  const compilerOptions = {
    rootDir: 'src',
    noUnusedLocals: false,
    noUnusedParameters: false,
    allowUnreachableCode: true,
  };
  const exclude = ['src/cdn.ts', 'src/bundle.ts', 'src/bin'];
  const settings = { extends: '../../../tsconfig.build.json', compilerOptions, include: ['src'], exclude };
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(settings));
  const refused = new Set();
  const left = new Set(changes);
  while (left.size) {
    const round = new Map([...left].map((change) => [relative(root, change.fileName), change])); // one change per file
    for (const [name, change] of round) {
      left.delete(change);
      const [before, , after] = partsOf(change);
      writeFileSync(join(copy, name), before + change.replacement + after);
    }
    const { stdout } = spawnSync('npx', ['tsc', '-p', '.', '--noEmit', '--incremental', 'false', '--pretty', 'false'], {
      cwd: copy,
    });
    const wrong = new Set(`${stdout}`.split('\n').map((line) => line.split('(')[0]));
    for (const [name, change] of round) {
      if (wrong.has(name)) refused.add(change);
      cpSync(join(root, name), join(copy, name));
    }
  }
  return changes.filter((change) => !refused.has(change));
}

const [, , area, size = '120', word = ''] = process.argv;
if (!areas.includes(area)) {
  console.error(`Name an area: ${areas.join(', ')}`);
  process.exit(2);
}
if (['resources', 'ui', 'elements'].includes(area)) ensureBrowsers(['chromium']);
const folder = join(root, 'src', area);
const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.ts') && !isText.test(file));
const all = await changesOf(files.sort().map((file) => join(folder, file)));
const sample = shuffled(all)
  .slice(0, Number(size))
  .filter(({ fileName }) => new RegExp(word).test(relative(root, fileName)));

process.env.AREA = area; // vitest.mutation.config.ts reads this
const results = await new Stryker({
  mutate: [...new Set(sample.map(rangeOf))],
  sample: sample.map(keyOf),
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', join(root, 'scripts/mutation-sample.mjs')],
  checkers: ['sample'],
  tempDirName: '.build/stryker',
  ignorePatterns: ['.build', 'examples'],
  concurrency: 1,
  dryRunTimeoutMinutes: 20,
  timeoutMS: 120_000, // long, so that a busy machine does not look like an endless loop
  reporters: ['sample'],
  warnings: { unknownOptions: false },
  thresholds: { break: null },
}).runMutationTest();

const isNoticed = ({ status }) => status === 'Killed' || status === 'Timeout';
const noticedOnes = results.filter(isNoticed);
const survivors = thoseThatCompile(results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage'));
const tested = [...noticedOnes, ...survivors];
const byFile = new Map();
for (const result of tested) {
  const name = relative(root, result.fileName);
  const counts = byFile.get(name) ?? { noticed: 0, changes: 0 };
  counts.changes += 1;
  if (isNoticed(result)) counts.noticed += 1;
  byFile.set(name, counts);
}
for (const change of survivors) {
  const [before, text] = partsOf(change);
  const line = before.split('\n').length;
  console.log(`${relative(root, change.fileName)}:${line} ${change.status}\n- ${text}\n+ ${change.replacement}\n`);
}
for (const [name, { noticed, changes }] of [...byFile].sort()) console.log(`${noticed} of ${changes}  ${name}`);
const noticed = tested.length - survivors.length;
const share = (100 * noticed) / tested.length;
console.log(
  `${area}: ${noticed} of ${tested.length} noticed (${share.toFixed(1)} %), of ${all.length} changes in ${files.length} files`,
);
mkdirSync(join(root, '.build/mutation'), { recursive: true });
writeFileSync(join(root, `.build/mutation/${area}.json`), JSON.stringify({ byFile: [...byFile], survivors }, null, 1));
process.exit(share >= least ? 0 : 1); // if no change was tested, the share is NaN

// `npm test`: everything that must pass, on a fresh machine too. Browsers and PostgreSQL are installed where needed.
//   npm test -- lint            one step: lint, bytes, browser, node or storybook
//   npm test -- elements sandbox   the folders of test/ by name; "stories" for the stories
//   npm test -- --no-build      as built before
// At the end: how long each step took, what failed by name, and `N passed, N failed`.
// A step that ends without counts is one failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { startPostgres } from './ensure-postgres.mjs';
import { program } from './program.mjs';
import { nodeFolders } from './suites.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, '.build/test-results');
const totals = { passed: 0, failed: 0, skipped: 0 };
const durations = [];
const failures = [];

const running = new Set();

/** Runs a Node script to its end, its output straight to the terminal. */
function run(script, args = [], env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    running.add(child);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      running.delete(child);
      resolve(code ?? signal);
    });
  });
}

function add(counts) {
  totals.passed += counts.passed ?? 0;
  totals.failed += counts.failed ?? 0;
  totals.skipped += counts.skipped ?? 0;
  failures.push(...(counts.failures ?? []));
}

async function step(name, work) {
  const start = performance.now();
  console.log(`\n── ${name}`);
  const before = totals.failed;
  try {
    await work();
  } catch (error) {
    console.error(error.message);
    add({ failed: 1, failures: [`${name}: ${error.message}`] });
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  durations.push(`${name}: ${totals.failed === before ? 'ok' : 'failed'} (${seconds} s)`);
  console.log(`── ${durations.at(-1)}`);
}

/** A step that either holds or doesn't: it counts as one. */
async function check(script, args) {
  const line = [relative(root, script), ...(args ?? [])].join(' ');
  add((await run(script, args)) === 0 ? { passed: 1 } : { failed: 1, failures: [line] });
}

/** A step that leaves its counts in a file, read by `count`. */
async function suite(name, script, args, count, env) {
  const file = join(results, `${name}.json`);
  const code = await run(script, args(file), { ...env, RESULTS: file });
  const counts = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { failed: 0 };
  add(counts);
  // Written by test/hang-watch.ts.
  if (existsSync(`${file}.hanging`)) failures.push(...readFileSync(`${file}.hanging`, 'utf8').trim().split('\n'));
  if (code === 0 && existsSync(file) && counts.passed > 0) return;
  // It ended badly with no test to blame, or ran nothing at all.
  if (!counts.failed) add({ failed: 1, failures: [`${name}: ended with ${code}`] });
}

/** Counts of vitest's JSON; a file that died before its first test is one failed. */
function countVitest({ testResults }) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const fail = (...place) => {
    counts.failed += 1;
    counts.failures.push(place.join(' › '));
  };
  for (const { name, assertionResults, status } of testResults) {
    const file = relative(root, name);
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') fail(file, test.fullName);
    }
    const unfinished = assertionResults.filter((test) => !['passed', 'failed'].includes(test.status));
    if (unfinished.length) fail(file, `${unfinished.length} tests did not run`);
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) fail(file);
  }
  return counts;
}

const vitest = (project, filters) => (file) => [
  'run',
  `--project=${project}`,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
  ...filters,
];

const folders = readdirSync(join(root, 'test'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'long')
  .map(({ name }) => name);
const steps = ['lint', 'browser', 'node', 'storybook', 'bytes'];

const args = process.argv.slice(2);
const unknown = args.filter((arg) => ![...steps, ...folders, 'stories', '--no-build'].includes(arg));
if (unknown.length) {
  console.error(`Unknown: ${unknown.join(', ')}. Steps: ${steps.join(', ')}; folders: ${folders.join(', ')}, stories.`);
  process.exit(2);
}
const names = args.filter((arg) => !arg.startsWith('--'));
const isWanted = (...any) => names.length === 0 || any.some((name) => names.includes(name));
const inBrowser = names.filter((name) => folders.includes(name) && !nodeFolders.includes(name));
const underNode = names.filter((name) => nodeFolders.includes(name));
const wantsBrowser = isWanted('browser', ...inBrowser);
const wantsNode = isWanted('node', ...underNode);
const wantsStories = isWanted('storybook', 'stories');

let postgres;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    postgres?.stop();
    process.exit(1);
  });
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

try {
  ensureBrowsers([
    ...(wantsBrowser || wantsNode || wantsStories || isWanted('bytes') ? ['chromium'] : []),
    ...(wantsBrowser ? ['firefox'] : []),
  ]);
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

if (!args.includes('--no-build') && isWanted('node', 'storybook', 'stories', 'bytes', ...nodeFolders)) {
  await step('build', () => check(join(root, 'scripts/build.mjs')));
}
if (isWanted('lint')) {
  await step('lint', async () => {
    // That what is published has its types without the tests' is what the build finds out.
    await Promise.all([
      check(program('@biomejs/biome', 'biome'), ['check', '--error-on-warnings']),
      check(program('typescript', 'tsc')),
      check(program('dependency-cruiser', 'depcruise'), ['src', 'demo', 'stories', 'test']),
    ]);
  });
}
if (wantsBrowser) {
  const counted = (counts) => counts;
  const filesOf = (globs) => (globs.length ? ['--files', ...globs] : []);
  await step('contract, client and elements in Chromium', () => {
    const files = filesOf(inBrowser.map((folder) => `test/${folder}/**/*.test.ts`));
    return suite('chromium', program('@web/test-runner', 'wtr'), () => files, counted, { ENGINES: 'chromium' });
  });
  // A second engine for what every pane stands on and for keys that are really pressed; `npm run test:long` has all of it.
  const inFirefox = ['client', 'context', 'elements'].filter(
    (folder) => !inBrowser.length || inBrowser.includes(folder),
  );
  if (inFirefox.length) {
    await step('what elements stand on, and the keyboard, in Firefox', () => {
      const globs = inFirefox.map((folder) => `test/${folder}/**/${folder === 'elements' ? 'keyboard' : '*'}.test.ts`);
      const wtr = program('@web/test-runner', 'wtr');
      return suite('firefox', wtr, () => filesOf(globs), counted, { ENGINES: 'firefox' });
    });
  }
}
if (wantsNode) {
  await step('sandbox, demo and build', async () => {
    if (process.env.TEST_DATABASE_URL) {
      console.log('PostgreSQL: the one TEST_DATABASE_URL names');
    } else {
      postgres = await startPostgres();
      if (!postgres) console.log('PostgreSQL was left out: none is installed, and none could be.');
    }
    const filters = underNode.map((folder) => `test/${folder}/`);
    const env = postgres ? { TEST_DATABASE_URL: postgres.url } : {};
    try {
      await suite('node', program('vitest'), vitest('node', filters), countVitest, env);
    } finally {
      postgres?.stop();
      postgres = undefined;
    }
  });
}
if (wantsStories) {
  await step('every story', () => suite('stories', program('vitest'), vitest('storybook', []), countVitest));
}
if (isWanted('bytes')) await step('bytes', () => check(join(root, 'scripts/size.mjs')));

console.log('');
for (const line of durations) console.log(line);
for (const failure of failures) console.log(`✗ ${failure}`);
const skipped = totals.skipped ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed ? 1 : 0;

// `npm test`: everything that must pass, on a fresh machine too. Browsers and PostgreSQL are installed where needed.
//   npm test -- lint                     one step: lint, bytes, browser, node or stories
//   npm test -- elements/users sandbox   folders of test/
//   npm test -- --changed                tests that import changes since main; --changed=HEAD, uncommitted changes
//   npm test -- --no-build               uses the previous build
// Prints at the end how long each step took, the names of failed tests, and `N passed, N failed`.
// A step that ends without counts counts as one failed test.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changedSince, testsOf } from './changed.mjs';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { startPostgres } from './ensure-postgres.mjs';
import { checks } from './lint.mjs';
import { longFolders, nodeFolders } from './suites.mjs';
import { TestRun } from './test-run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const steps = ['lint', 'bytes', 'browser', 'node', 'stories'];

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const changed = args.find((arg) => /^--changed(?:=|$)/.test(arg));
const isFolder = (name) => existsSync(join(root, 'test', name)) && statSync(join(root, 'test', name)).isDirectory();
const unknown = args.filter((arg) => arg !== '--no-build' && arg !== changed && !steps.includes(arg) && !isFolder(arg));
if (unknown.length) {
  const folders = readdirSync(join(root, 'test')).filter(isFolder);
  console.error(`Unknown: ${unknown.join(', ')}. Steps: ${steps.join(', ')}; folders: ${folders.join(', ')}.`);
  process.exit(2);
}

/** Files below a folder, named from the root of the repository. */
const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true }).map((file) => `${folder}/${file.split('\\').join('/')}`);
const isIn = (folders) => (file) => folders.some((folder) => file.startsWith(`test/${folder}/`));
const isUnderNode = isIn(nodeFolders);
const isStory = (file) => file.startsWith('stories/');
const stepOf = (file) => (isStory(file) ? 'stories' : isUnderNode(file) ? 'node' : 'browser');

let files = [
  ...filesIn('test').filter((file) => file.endsWith('.test.ts') && !isIn(longFolders)(file)),
  ...filesIn('stories').filter((file) => file.endsWith('.stories.ts')),
];
if (names.length) {
  files = files.filter((file) => names.some((name) => name === stepOf(file) || file.startsWith(`test/${name}/`)));
}
if (changed) {
  const { tests, untested } = testsOf(changedSince(changed.split('=')[1]));
  files = files.filter((file) => tests.has(file));
  console.log(`${files.length} files of tests import what changed:${files.map((file) => `\n  ${file}`).join('')}`);
  if (untested.length)
    console.log(`No test imports these, so only the whole \`npm test\` checks them: ${untested.join(', ')}`);
  console.log('Left out: lint, bytes, and unchanged tests of what is built.');
}
const wants = (step) => (names.length ? names.includes(step) : !changed);

const inBrowser = files.filter((file) => stepOf(file) === 'browser');
// In a second engine: tests of the base of every element, and of real key presses; `npm run test:long` runs all there.
const inFirefox = inBrowser.filter((file) => /^test\/(?:client|context)\/|\/keyboard\.test\.ts$/.test(file));
const underNode = files.filter((file) => stepOf(file) === 'node');
const stories = files.filter(isStory);
const needsBuild = wants('bytes') || underNode.some((file) => !file.startsWith('test/sandbox/'));
const builds = needsBuild && !args.includes('--no-build');

/** Steps in the order in which they start. The longest come first, so that all workers end at the same time. */
const queue = [build, testInChromium, testUnderNode, lint, testStories, testInFirefox, measureBytes].values();
const isAlone = !(wants('lint') || inBrowser.length || stories.length) || !(needsBuild || underNode.length);
const run = new TestRun({ isLive: isAlone });

let postgres;
run.endOnSignals(() => postgres?.stop());

try {
  const needsChromium = inBrowser.length || underNode.length || stories.length || wants('bytes');
  ensureBrowsers([...(needsChromium ? ['chromium'] : []), ...(inFirefox.length ? ['firefox'] : [])]);
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

let built;
// Three steps run in parallel, because tests spend half of their time waiting.
const worker = async () => {
  for (const work of queue) await work();
};
await Promise.all([worker(), worker(), worker()]);
process.exitCode = run.report() ? 0 : 1;

/** Builds the package and the demo, once. */
function build() {
  if (!builds) return;
  built ??= run.step('build', (step) => step.check(join(root, 'scripts/build.mjs')));
  return built;
}

async function lint() {
  if (!wants('lint')) return;
  await run.step('lint', async (step) => {
    for (const [script, ...options] of checks) {
      const isDoneByBuild = builds && options.includes('tsconfig.build.json'); // the build runs this check too
      if (!isDoneByBuild) await step.check(script, options);
    }
  });
}

async function testInChromium() {
  if (!inBrowser.length) return;
  await run.step('contract, client and elements in Chromium', (step) => step.webTestRunner('chromium', inBrowser));
}

async function testInFirefox() {
  if (!inFirefox.length) return;
  await run.step('what elements stand on, and the keyboard, in Firefox', (step) =>
    step.webTestRunner('firefox', inFirefox),
  );
}

async function testUnderNode() {
  if (!underNode.length) return;
  await build();
  await run.step('sandbox, demo and build', async (step) => {
    const { TEST_DATABASE_URL } = process.env;
    if (TEST_DATABASE_URL) step.print('PostgreSQL: the one TEST_DATABASE_URL names\n');
    else postgres = await startPostgres();
    if (!TEST_DATABASE_URL && !postgres) step.print('PostgreSQL was left out: none is installed, and none could be.\n');
    try {
      await step.vitest('node', underNode, postgres ? { TEST_DATABASE_URL: postgres.url } : {});
    } finally {
      postgres?.stop();
      postgres = undefined;
    }
  });
}

async function testStories() {
  if (!stories.length) return;
  await build(); // Storybook's server notices new files in dist, and would reload the stories
  await run.step('every story', (step) => step.vitest('storybook', stories));
}

async function measureBytes() {
  if (!wants('bytes')) return;
  await build();
  await run.step('bytes', async (step) => {
    for (const script of ['size', 'page-nodes']) await step.check(join(root, `scripts/${script}.mjs`));
  });
}

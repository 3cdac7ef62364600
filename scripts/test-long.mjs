// `npm run test:long`: release tests that take too long for `npm test`. The parts run in sequence, after failures too.
//   npm run test:long -- firefox soak    parts whose names contain one of these words
// Prints at the end how long each part took, the names of failed tests, and `N passed, N failed`.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { TestRun } from './test-run.mjs';

/** Milliseconds after which a part is ended. Tests have their own limits, whose failures name the hanging test. */
const limit = 60 * 60_000;

const fromHere = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Installs an engine, then runs every browser test in it. */
const everyTestIn = (engine, needed) => (step) => {
  ensureBrowsers(needed);
  return step.webTestRunner(engine, [], { THOROUGH: '1' });
};

/** Tests of the built kit with faults of connections, and in hostile host pages. */
const onTheWire = (engine, needed) => [
  `faults on the wire in ${engine}`,
  (step) => {
    ensureBrowsers(needed);
    return step.webTestRunner(engine, ['test/wire/*.test.ts']);
  },
];

/** Files of test/long that take minutes, the longest last. */
const slowFiles = ['docs-site', 'storybook', 'accessibility'];
const quickFiles = readdirSync(fromHere('../test/long'))
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => file.replace('.test.ts', ''))
  .filter((file) => !slowFiles.includes(file));
const longFile = (file) => [`long/${file}`, (step) => step.vitest('long', [`test/long/${file}.test.ts`])];

/** The quick parts first, so that most failures are known early. */
const parts = [
  ...quickFiles.map(longFile),
  onTheWire('chromium', ['chromium']),
  onTheWire('firefox', ['firefox']),
  onTheWire('webkit', ['xvfb', 'webkit']),
  [
    'every write with everything that ships',
    (step) => step.vitest('node', ['test/artifacts/writes'], { THOROUGH: '1' }),
  ],
  [
    'all naughty strings',
    (step) => step.vitest('node', ['test/sandbox/http/naughty-strings'], { ALL_NAUGHTY_STRINGS: '1' }),
  ],
  [
    'all naughty strings in Chromium',
    (step) => step.webTestRunner('chromium', ['test/elements/hostile-text.test.ts'], { THOROUGH: '1' }),
  ],
  [
    'access rules on the embedded database',
    (step) => step.vitest('node', ['test/sandbox/http/access-rules'], { TEST_DATABASE_URL: '' }),
  ],
  ...['narrow', 'zoomed', 'spaced', 'contrast', 'still'].map((view) => [
    `journeys by keyboard, ${view}`,
    (step) => step.webTestRunner('chromium', ['test/**/keyboard.test.ts'], { VIEW: view }),
  ]),
  ...Array.from({ length: 10 }, (_, hundred) => [
    `random walks ${hundred}00 to ${hundred}99`,
    (step) => step.webTestRunner('chromium', ['test/walks/*.test.ts'], { SEEDS: `${hundred}` }),
  ]),
  ...slowFiles.map(longFile),
  ['every browser test in Firefox', everyTestIn('firefox', ['firefox'])],
  ['every browser test in WebKit', everyTestIn('webkit', ['xvfb', 'webkit'])],
  ['seeded defects', (step) => step.check(fromHere('seeded.mjs'))],
];

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = parts.filter(([name]) => !words.length || words.some((word) => name.toLowerCase().includes(word)));
if (!chosen.length) {
  console.error(`No part is named ${words.join(' or ')}. Parts: ${parts.map(([name]) => name).join(', ')}.`);
  process.exit(2);
}

const run = new TestRun({ isLive: true });
run.endOnSignals();
await run.step('build', (step) => {
  ensureBrowsers(['chromium']);
  return step.check(fromHere('build.mjs'));
});
for (const [name, work] of chosen) await run.step(name, work, limit);
process.exitCode = run.report() ? 0 : 1;

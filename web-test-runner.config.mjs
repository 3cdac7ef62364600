// Contract, client, resources, context and panes in real browsers. What needs Node, and the stories, are vitest's.
// One engine after the other: side by side on two cores they starve each other into timeouts.
//   npx web-test-runner --files 'test/elements/**/*.test.ts'    some files
//   ENGINES=firefox npx web-test-runner                      one engine
//   RESULTS=file.json                                        counts for scripts/test.mjs
import { fileURLToPath } from 'node:url';
import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { browserPath, chromiumArgs } from './scripts/browsers.mjs';
import { countReporter } from './scripts/count-reporter.mjs';
import { nodeFolders } from './scripts/suites.mjs';
import { testBundle } from './scripts/test-bundle.mjs';

const engines = {
  // Through Playwright, so that tests can press keys, resize, and emulate colour scheme, reduced motion, forced colours.
  chromium: () =>
    playwrightLauncher({
      product: 'chromium',
      concurrency: 2,
      launchOptions: { executablePath: browserPath('chromium'), args: chromiumArgs },
    }),
  // Through WebDriver BiDi: Playwright only drives its own build of Firefox.
  firefox: () =>
    Object.assign(
      chromeLauncher({
        concurrency: 1,
        launchOptions: { browser: 'firefox', executablePath: browserPath('firefox'), headless: true },
      }),
      { name: 'Firefox' }, // the launcher calls whatever it starts Chrome
    ),
};

const chosen = (process.env.ENGINES ?? 'chromium,firefox').split(',');

const bundle = testBundle(fileURLToPath(new URL('.', import.meta.url)), { entries: ['test/context/kit-copy.ts'] });

export default {
  files: ['test/**/*.test.ts', ...[...nodeFolders, 'long'].map((folder) => `!test/${folder}/**`)],
  nodeResolve: true,
  middleware: [
    // Everything is there once more below /copy/: another copy of the kit beside the first, as pages at times have.
    (context, next) => {
      context.url = context.url.replace(/^\/copy\//, '/');
      return next();
    },
  ],
  plugins: [bundle.plugin],
  browsers: chosen.map((name) => {
    if (!engines[name]) throw new Error(`ENGINES names ${name}; known are ${Object.keys(engines).join(', ')}`);
    return engines[name]();
  }),
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 30_000 } }, // for a busy machine; no test waits longer than it takes
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [bundle.reporter, countReporter({ file: process.env.RESULTS })],
};

// Configures web-test-runner for web-test-runner.config.mjs, and for scripts that run some of the tests.
import { fileURLToPath } from 'node:url';
import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { browserPath, chromiumArgs } from './browsers.mjs';
import { countReporter } from './count-reporter.mjs';
import { hangWatch } from './hang-watch.mjs';
import { longFolders, nodeFolders } from './suites.mjs';
import { testBundle } from './test-bundle.mjs';
import { webkitLauncher } from './webkit.mjs';
import { wire } from './wire.mjs';

/** Milliseconds that a browser may take to start on a busy machine. */
const startTimeout = 180_000;

const engines = {
  // Through Playwright, so that tests can press keys, resize, and emulate color scheme, reduced motion and forced colors.
  chromium() {
    const launcher = playwrightLauncher({
      product: 'chromium',
      concurrency: 2,
      launchOptions: { executablePath: browserPath('chromium'), args: chromiumArgs, timeout: startTimeout },
    });
    return Object.assign(launcher, {
      async endHangingPage(sessionId) {
        const page = launcher.getPage(sessionId);
        launcher.activePages.delete(sessionId); // the launcher waits for listed pages
        await page.context().close();
      },
    });
  },
  // Through WebDriver BiDi: Playwright only drives its own build of Firefox.
  firefox() {
    const launcher = chromeLauncher({
      concurrency: 1,
      launchOptions: {
        browser: 'firefox',
        executablePath: browserPath('firefox'),
        headless: true,
        timeout: startTimeout,
      },
    });
    return Object.assign(launcher, {
      name: 'Firefox', // the launcher would name the browser Chrome
      async endHangingPage(sessionId) {
        launcher.activePages.delete(sessionId);
        const { browser } = launcher;
        launcher.browser = undefined; // for the next file a new browser starts
        browser.process().kill('SIGKILL');
      },
    });
  },
  webkit: webkitLauncher,
};

/**
 * @param {object} [options]
 * @param {string[]} [options.engines] - names of browsers; one runs after the other
 * @param {string[]} [options.files] - globs of test files
 * @param {number} [options.timeout] - milliseconds that a test may take; a busy machine needs most of the default
 * @param {number} [options.grace] - milliseconds in addition to `timeout` after which a blocked page is ended
 * @param {string} [options.view] - a view of test/views.ts, in which keyboard journeys run
 * @param {string} [options.seeds] - regular expression for the seeds of random walks; all seeds by default
 * @param {boolean} [options.thorough] - whether tests try all of many similar values instead of some
 * @param {string} [options.results] - file to write the counts to, as JSON
 * @param {import('esbuild').Plugin[]} [options.plugins] - esbuild plugins
 * @returns {import('@web/test-runner').TestRunnerConfig}
 */
export function browserTests({
  engines: names = ['chromium', 'firefox'],
  files = ['test/**/*.test.ts', ...[...nodeFolders, ...longFolders].map((folder) => `!test/${folder}/**`)],
  timeout = 120_000,
  grace,
  view = '',
  seeds = '',
  thorough = false,
  results,
  plugins,
} = {}) {
  // An `exit` listener ends the browsers; a signal alone would not call the listener.
  for (const signal of ['SIGHUP', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const root = fileURLToPath(new URL('..', import.meta.url));
  const bundle = testBundle(root, { entries: ['test/context/kit-copy.ts'], plugins });
  const watch = hangWatch({ grace });
  const built = wire();
  return {
    rootDir: root,
    port: 10_000 + (process.pid % 20_000), // two runs that search for a free port together find the same one
    files,
    middleware: [
      built.middleware,
      // Serves every file below /copy/ as well, for tests of two copies of the kit on one page.
      (context, next) => {
        context.url = context.url.replace(/^\/copy\//, '/');
        return next();
      },
    ],
    plugins: [bundle.plugin, watch.plugin, built.plugin],
    testRunnerHtml: (framework) =>
      watch
        .html(framework)
        .replace('<html>', `<html data-view="${view}" data-seeds="${seeds}"${thorough ? ' data-thorough' : ''}>`),
    browsers: names.map((name) => {
      if (!engines[name]) throw new Error(`No engine is named ${name}; known are ${Object.keys(engines).join(', ')}`);
      return engines[name]();
    }),
    concurrentBrowsers: 1,
    browserStartTimeout: startTimeout,
    testsStartTimeout: startTimeout,
    testsFinishTimeout: 1_200_000, // of a file; hangWatch and Mocha limit each test
    testFramework: { config: { timeout } },
    filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
    reporters: [bundle.reporter, watch.reporter, countReporter({ file: results })],
  };
}

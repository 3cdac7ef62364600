// Independent projects:
//   node       the sandbox over HTTP, the journeys through the demo, the built files
//   long       soak against the built server, random requests, in test/long; `npm run test:long`
//   embed      the example apps from the packed tarball, in test/embed; `npm run test:embed`
//   storybook  every story rendered in Chromium, failing on any accessibility violation
// Tests of contract, client, context and panes run in web-test-runner, in two engines.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserPath, chromiumArgs } from './scripts/browsers.mjs';
import { nodeFolders } from './scripts/suites.mjs';

/** False for projects without a browser, so that they run where none is installed. */
const wantsStories = !['--project=node', '--project=long', '--project=embed'].some((arg) => process.argv.includes(arg));

/** The folder of the files that the processes of this run make once and share. */
const runFolder = mkdtempSync(join(tmpdir(), 'agni-run-'));
process.once('exit', () => rmSync(runFolder, { recursive: true, force: true }));

const node = {
  test: {
    name: 'node',
    environment: 'node',
    setupFiles: ['test/hang-watch.ts'],
    env: { RUN_FOLDER: runFolder },
    isolate: false, // loading the modules again for each file would take a third of the time
    include: nodeFolders.map((folder) => `test/${folder}/**/*.test.ts`),
    // More workers than processors: half of the time tests wait for clocks, disks and browsers.
    maxWorkers: 3,
    // These limits end hanging tests. A busy machine may need most of the time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    chaiConfig: { truncateThreshold: 400 }, // a log shows the values that were compared
    expect: { poll: { timeout: 60_000 } },
  },
};

const long = {
  test: {
    name: 'long',
    environment: 'node',
    setupFiles: ['test/hang-watch.ts'],
    include: ['test/long/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
};

const embed = {
  test: {
    name: 'embed',
    environment: 'node',
    env: { RUN_FOLDER: runFolder },
    include: ['test/embed/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
};

const storybook = () => ({
  plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)) })],
  // Finds all dependencies before the first story: for a later one the server bundles again and reloads during a test.
  // `include` lists the imports of .storybook and of Storybook's renderer: dot folders and packages are not searched,
  // and a module of Lit found there later would load a second copy of Lit.
  optimizeDeps: {
    entries: ['stories/*.stories.ts', 'src/**/*.ts'],
    include: ['lit/directive-helpers.js', 'lit/directives/ref.js', 'react'],
  },
  test: {
    name: 'storybook',
    testTimeout: 180_000,
    isolate: false, // one page for all files: loading the kit for each would take a quarter of the time
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      connectTimeout: 180_000,
      provider: playwright({
        launchOptions: { executablePath: browserPath('chromium'), args: chromiumArgs, timeout: 180_000 },
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
});

export default defineConfig({
  test: { projects: [node, long, embed, ...(wantsStories ? [storybook()] : [])] },
});

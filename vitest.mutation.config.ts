// Tests for `npm run test:mutation`: Stryker cannot run web-test-runner. The variable `AREA` names the folder of src.
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { BrowserCommand } from 'vitest/node';
import { browserPath, chromiumArgs } from './scripts/browsers.mjs';

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Under Node, with an emulated page. */
const emulated = {
  resolve: { alias: { '@open-wc/testing': pathOf('test/testing-in-node.ts') } },
  test: {
    globals: true,
    environment: 'happy-dom',
    include: ['test/{contract,client,resources}/**/*.test.ts'],
    setupFiles: ['test/skips-of-mutation.ts'],
    isolate: false,
  },
};

const node = {
  test: {
    environment: 'node',
    include: ['test/sandbox/**/*.test.ts'],
    exclude: ['test/sandbox/{examples,openapi-quality,typed-client,http/naughty-strings}.test.ts'],
    setupFiles: ['test/skips-of-mutation.ts'],
    isolate: false,
    testTimeout: 60_000,
  },
};

/** The command of web-test-runner, which test/commands-in-vitest.ts calls. */
type Keys = Partial<Record<'press' | 'type' | 'down' | 'up', string>>;
const sendKeys: BrowserCommand<[Keys]> = async ({ page: { keyboard } }, { press, type, down, up }) => {
  if (press) await keyboard.press(press);
  if (type) await keyboard.type(type);
  if (down) await keyboard.down(down);
  if (up) await keyboard.up(up);
};

/** In Chromium; all files share one page. */
const browser = {
  resolve: { alias: { '@web/test-runner-commands': pathOf('test/commands-in-vitest.ts') } },
  optimizeDeps: { exclude: ['@open-wc/semantic-dom-diff'], entries: ['src/**/*.ts', 'test/{ui,elements}/**/*.ts'] },
  test: {
    globals: true,
    include: ['test/{ui,elements}/**/*.test.ts'],
    exclude: ['test/elements/{base/mistakes,settings/loading,hostile-text}.test.ts'],
    setupFiles: ['test/setup-in-vitest.ts', 'test/skips-of-mutation.ts'],
    isolate: false,
    testTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      connectTimeout: 180_000,
      viewport: { width: 1024, height: 768 },
      provider: playwright({
        launchOptions: { executablePath: browserPath('chromium'), args: chromiumArgs, timeout: 180_000 },
      }),
      instances: [{ browser: 'chromium' as const }],
      commands: { sendKeys },
    },
  },
};

/** The contract, with tests that compare it with docs/contract.md, the readers of the build, and the sandbox. */
const contract = {
  test: {
    projects: [
      { ...emulated, test: { ...emulated.test, include: ['test/{contract,client}/**/*.test.ts'] } },
      {
        test: {
          ...node.test,
          include: [
            'test/build/{contract,readers}.test.ts',
            'test/sandbox/{openapi,calcom/calcom,http/access-rules,http/input}.test.ts',
          ],
        },
      },
    ],
  },
};

const { AREA = '' } = process.env;
const ui = {
  ...browser,
  test: {
    ...browser.test,
    include: [
      'test/ui/*.test.ts',
      'test/theme/{color-scheme,inherited-styles}.test.ts',
      'test/elements/settings/{hub,search}.test.ts',
      'test/elements/{base,users,api-keys,two-factor,api-reference,integrations}/*.test.ts',
    ],
  },
};
const resources = {
  ...browser,
  test: {
    ...browser.test,
    include: ['test/resources/*.test.ts', 'test/elements/{calcom,ghl,invite-user,sessions,two-factor,users}/*.test.ts'],
  },
};
const configs: Record<string, object> = { resources, contract, sandbox: node, ui, elements: browser };
export default defineConfig(configs[AREA] ?? emulated);

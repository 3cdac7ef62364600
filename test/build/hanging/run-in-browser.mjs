// Runs browser.ts as `npm test` runs browser tests, but with shorter time limits.
import { startTestRunner } from '@web/test-runner';
import { browserTests } from '../../../scripts/browser-tests.mjs';

const files = ['test/build/hanging/browser.ts'];
const config = browserTests({ engines: ['chromium'], files, timeout: 3_000, grace: 0 });
await startTestRunner({ config, readCliArgs: false, readFileConfig: false });

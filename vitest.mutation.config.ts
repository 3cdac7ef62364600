// Tests of contract, client and resources under Node, for `npm run test:mutation`: Stryker runs no tests in web-test-runner.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests of what only a browser does: its own fetch, its locks, its prototypes, its message of a header that it refuses. */
const inBrowsers = [
  'is renewed by one request however many wait, with a lock that other tabs share',
  'works with the browser’s own fetch as an option',
  'sends a body as it is, whatever the page added to the prototypes of objects and arrays',
  'after a token or header with characters that no request can carry',
];

export default defineConfig({
  resolve: { alias: { '@open-wc/testing': fileURLToPath(new URL('test/testing-in-node.ts', import.meta.url)) } },
  test: {
    globals: true,
    environment: 'happy-dom',
    include: ['test/{contract,client,resources}/**/*.test.ts'],
    isolate: false,
    testNamePattern: new RegExp(`^(?!.*(?:${inBrowsers.join('|')}))`),
  },
});

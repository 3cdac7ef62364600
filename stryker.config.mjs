// `npm run test:mutation -- --mutate 'src/client/**'`: changes these files in one place at a time, and runs the tests that reach
// the place; a change that no test notices survives. Prints the share by file, writes it to .build/mutation.json, and fails below
// 85 of 100. Code that runs once, when a module is loaded, is left out: each change of it would need every test.

export default {
  mutate: ['src/{client,resources}/**/*.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  ignoreStatic: true,
  tempDirName: '.build/stryker',
  ignorePatterns: ['.build', 'dist', 'docs', 'examples', 'stories'],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: '.build/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 85 },
};

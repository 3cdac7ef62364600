// Contract, client, resources, context and elements in real browsers. Vitest runs stories, and tests that need Node.
//   npx web-test-runner --files 'test/elements/**/*.test.ts'    some files
//   ENGINES=firefox npx web-test-runner                         one engine
//   VIEW=zoomed npx web-test-runner --files 'test/**/keyboard.test.ts'    journeys in one of the views of test/views.ts
//   SEEDS=063 npx web-test-runner --files 'test/walks/*.test.ts'    one walk; SEEDS=0: the first hundred
//   THOROUGH=1                                                  all of many similar values, as test:long does
//   RESULTS=file.json                                           counts for scripts/test.mjs
import { browserTests } from './scripts/browser-tests.mjs';

const { ENGINES, RESULTS, SEEDS, THOROUGH, VIEW } = process.env;

export default browserTests({
  engines: ENGINES?.split(','),
  results: RESULTS,
  view: VIEW,
  seeds: SEEDS,
  thorough: !!THOROUGH,
});

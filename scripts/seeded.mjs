// `npm run test:seeded`: seeds the defects of test/seeded, one at a time, and runs the tests that should notice.
//   npm run test:seeded -- pager    those whose id contains a word
// Sources stay as they are: a defect is put in while the tests are bundled. Ends with `N of M caught`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startTestRunner } from '@web/test-runner';
import { build } from 'esbuild';
import { browserTests } from './browser-tests.mjs';
import { ensureBrowsers } from './ensure-browsers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** How many of a hundred must be caught: 57 of 60. */
const least = 95;

/** All defects of test/seeded, which are written in TypeScript. */
async function readDefects() {
  const folder = join(root, 'test/seeded');
  const outdir = join(root, '.build/seeded');
  const names = readdirSync(folder).filter((name) => name !== 'defect.ts');
  await build({ entryPoints: names.map((name) => join(folder, name)), outdir, bundle: true, format: 'esm' });
  const modules = await Promise.all(
    names.map((name) => import(pathToFileURL(join(outdir, name.replace(/ts$/, 'js'))).href)),
  );
  return modules.flatMap(({ defects }) => defects);
}

/** An esbuild plugin that puts a defect into its file. */
function seed({ file, text }) {
  return {
    name: 'seeded-defect',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.ts$/ }, ({ path }) =>
        path === join(root, file) ? { contents: text, loader: 'ts' } : undefined,
      ),
  };
}

/** Runs browser test files, on a changed source where one is given; true if all of them pass. */
async function passes(files, seeded) {
  const config = browserTests({ engines: ['chromium'], files, plugins: seeded ? [seed(seeded)] : [] });
  config.reporters = config.reporters.slice(0, -1); // silent
  const runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
  return new Promise((resolve) => {
    runner.on('stopped', resolve);
  });
}

ensureBrowsers(['chromium']);
const [, , word = ''] = process.argv;
const defects = (await readDefects()).filter(({ id }) => id.includes(word));
if (!(await passes([...new Set(defects.flatMap(({ tests }) => tests))]))) {
  console.error('The tests fail without any defect. Mend them first: `npm test` names them.');
  process.exit(1);
}
let caught = 0;
let lost = 0;
for (const defect of defects) {
  const source = readFileSync(join(root, defect.file), 'utf8');
  const times = source.split(defect.find).length - 1;
  const text = source.replace(defect.find, () => defect.replace);
  let outcome = 'caught';
  if (times !== 1) {
    lost += 1;
    outcome = `NO LONGER APPLIES: found ${times} times in ${defect.file}`;
  } else if (await passes(defect.tests, { file: defect.file, text })) {
    outcome = 'SURVIVED';
  }
  if (outcome === 'caught') caught += 1;
  console.log(`${defect.id}: ${outcome} (${defect.breaks})`);
}
console.log(`${caught} of ${defects.length} caught`);
process.exit(lost === 0 && caught * 100 >= defects.length * least && defects.length > 0 ? 0 : 1);

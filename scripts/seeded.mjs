// `npm run test:seeded`: inserts the defects of test/seeded, one at a time, and runs the tests that should notice.
//   npm run test:seeded -- pager    only defects whose id contains the word
// Source files are not changed: a defect is inserted while the tests are bundled. Prints which test caught each defect,
// and `N of M caught`. Fails if a defect no longer applies, or if more than one in twenty survives.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import { ensureBrowsers } from './ensure-browsers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The percentage of defects that must be caught, such as 57 of 60. */
const least = 95;

/** All defects of test/seeded, which are written in TypeScript. */
async function readDefects() {
  const outfile = join(root, '.build/seeded.mjs');
  await build({ entryPoints: [join(root, 'test/seeded/all.ts')], outfile, bundle: true, format: 'esm' });
  return (await import(pathToFileURL(outfile).href)).defects;
}

/** Starts a process that runs tests; the returned function runs files and resolves to the names of failed tests. */
function startRunner() {
  const runner = fork(fileURLToPath(new URL('seeded-run.mjs', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(runner, 'exit').then(([code]) => {
    throw new Error(`The process that runs the tests ended with ${code}`);
  });
  return async (files, seeded) => {
    runner.send({ files, seeded });
    const [failures] = await Promise.race([once(runner, 'message'), ended]);
    return failures;
  };
}

/** Inserts a defect and runs its tests; resolves to the result, with the test that caught the defect. */
async function judge({ file, find, replace, tests }, failuresOf) {
  const source = readFileSync(join(root, file), 'utf8');
  const times = source.split(find).length - 1;
  if (times !== 1) return { isLost: true, text: `NO LONGER APPLIES: its text is ${times} times in ${file}` };
  const text = source.replace(find, () => replace);
  try {
    await transform(text, { loader: file.endsWith('.ts') ? 'ts' : 'js' });
  } catch (error) {
    return { isLost: true, text: `NO LONGER COMPILES: ${error.message}` };
  }
  const [failure] = await failuresOf(tests, { path: join(root, file), text });
  return failure ? { isCaught: true, text: `caught by ${failure}` } : { text: `SURVIVED ${tests.join(', ')}` };
}

ensureBrowsers(['chromium']);
const [, , word = ''] = process.argv;
const all = await readDefects();
const defects = all.filter(({ id }) => id.includes(word));
const twice = all.map(({ id }) => id).filter((id, index, ids) => ids.indexOf(id) !== index);
if (twice.length || !defects.length) {
  console.error(twice.length ? `Two defects have the id ${twice[0]}.` : `No defect's id contains ${word}.`);
  process.exit(2);
}
const runners = Array.from({ length: availableParallelism() }, startRunner);
const failures = await runners[0]([...new Set(defects.flatMap(({ tests }) => tests))]);
if (failures.length) {
  console.error(`These fail without any defect. Mend them first.\n  ${failures.join('\n  ')}`);
  process.exit(1);
}

const outcomes = [];
const rest = defects.values(); // shared, so that each defect is taken once
const width = Math.max(...defects.map(({ id }) => id.length));
await Promise.all(
  runners.map(async (failuresOf) => {
    for (const defect of rest) {
      const outcome = await judge(defect, failuresOf);
      outcomes.push(outcome);
      console.log(`${defect.id.padEnd(width)}  ${outcome.text}\n${' '.repeat(width)}  (${defect.breaks})`);
    }
  }),
);
const caught = outcomes.filter(({ isCaught }) => isCaught).length;
console.log(`${caught} of ${defects.length} caught`);
const isEnough = caught * 100 >= defects.length * least && !outcomes.some(({ isLost }) => isLost);
process.exit(isEnough ? 0 : 1);

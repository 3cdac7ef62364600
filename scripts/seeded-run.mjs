// Runs tests with a source file that is changed only in memory. scripts/seeded.mjs starts this file as a process and
// sends `{ files, seeded }`; the answer lists the failed tests. Output of the test runners is dropped.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestRunner } from '@web/test-runner';
import { startVitest } from 'vitest/node';
import { browserTests } from './browser-tests.mjs';
import { testsOf } from './count-reporter.mjs';
import { nodeFolders } from './suites.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** An esbuild plugin that replaces the content of a file. */
function esbuildSeed({ path, text }) {
  const filter = new RegExp(`^${path.replace(/[^\w/]/g, '\\$&')}$`);
  return { name: 'seeded-defect', setup: ({ onLoad }) => onLoad({ filter }, () => ({ contents: text, loader: 'ts' })) };
}

/** The same for Vite. */
function viteSeed({ path, text }) {
  return { name: 'seeded-defect', enforce: 'pre', load: (id) => (id === path ? text : undefined) };
}

/**
 * Runs browser test files in Chromium.
 * @param {string[]} files
 * @param {{ path: string, text: string }} [seeded] - a file and its replacement; the first failure ends the run
 * @returns {Promise<string[]>} the tests that failed
 */
async function failuresInBrowser(files, seeded) {
  const config = browserTests({ engines: ['chromium'], files, plugins: seeded ? [esbuildSeed(seeded)] : [] });
  config.reporters = config.reporters.slice(0, -1); // without the reporter that prints
  config.testFramework.config.bail = !!seeded;
  const runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
  await new Promise((resolve) => {
    runner.on('stopped', resolve);
  });
  return [...runner.sessions.all()].flatMap(({ testFile, testResults, errors, passed }) => {
    const failed = (testResults ? [...testsOf(testResults)] : []).filter((test) => !test.passed && !test.skipped);
    const names = failed.map(({ title }) => title);
    if (!names.length && !passed) names.push(errors[0]?.message ?? 'loading the file');
    return names.map((name) => `${relative(root, testFile)} › ${name}`);
  });
}

/** The same for test files that vitest runs under Node. */
async function failuresUnderNode(files, seeded) {
  const vitest = await startVitest(
    'test',
    files,
    {
      root,
      config: false,
      watch: false,
      environment: 'node',
      include: files,
      setupFiles: ['test/hang-watch.ts'],
      testTimeout: 30_000,
      hookTimeout: 60_000,
      bail: seeded ? 1 : 0,
      reporters: [{}], // silent
    },
    { plugins: seeded ? [viteSeed(seeded)] : [] },
  );
  const failures = vitest.state.getTestModules().flatMap((module) => {
    const place = relative(root, module.moduleId);
    const names = [...module.children.allTests('failed')].map(({ fullName }) => fullName);
    if (!names.length && !module.ok()) names.push(module.errors()[0]?.message ?? 'loading the file');
    return names.map((name) => `${place} › ${name}`);
  });
  await vitest.close();
  return failures;
}

/** Names of the tests that fail in files of both kinds. */
async function failuresOf({ files, seeded }) {
  const isUnderNode = (file) => nodeFolders.some((folder) => file.startsWith(`test/${folder}/`));
  const underNode = files.filter(isUnderNode);
  const inBrowser = files.filter((file) => !isUnderNode(file));
  const failures = underNode.length ? await failuresUnderNode(underNode, seeded) : [];
  if (!inBrowser.length || (seeded && failures.length)) return failures;
  return [...failures, ...(await failuresInBrowser(inBrowser, seeded))];
}

process.once('disconnect', () => process.exit(1)); // scripts/seeded.mjs has ended
process.on('message', async (run) => process.send(await failuresOf(run)));

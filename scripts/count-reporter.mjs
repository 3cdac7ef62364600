import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { describeFailure } from './describe-failure.mjs';

/** Every test of a nested suite result, with the titles of the suites around it. */
export function* testsOf(suite, titles = []) {
  for (const test of suite.tests) yield { ...test, title: [...titles, test.name].join(' › ') };
  for (const inner of suite.suites) yield* testsOf(inner, [...titles, inner.name]);
}

function describeError(error) {
  const difference = ['expected', 'actual']
    .filter((side) => error[side] !== undefined)
    .map((side) => `\n      ${side}: ${error[side]}`)
    .join('');
  const stack = error.stack ? `\n      ${error.stack.trim().replaceAll('\n', '\n      ')}` : '';
  return `    ${error.name ?? 'Error'}: ${error.message}${difference}${stack}`;
}

/**
 * A reporter for web-test-runner: a line per file and engine, all failures, and a last line `N passed, N failed`.
 * A file without any result (its import failed, or its browser crashed) counts as one failed.
 * @param {{ file?: string | undefined }} options - `file`: the JSON file for counts and failures
 * @returns {import('@web/test-runner').Reporter}
 */
export function countReporter({ file } = {}) {
  const totals = { passed: 0, failed: 0, skipped: 0, failures: [] };
  let root = process.cwd();

  const countSession = (session) => {
    const tests = session.testResults ? [...testsOf(session.testResults)] : [];
    const failures = tests.filter((test) => !test.passed && !test.skipped);
    const counts = {
      passed: tests.filter((test) => test.passed && !test.skipped).length,
      failed: failures.length,
      skipped: tests.filter((test) => test.skipped).length,
    };
    const hasDied = session.errors.length > 0 || !session.passed;
    if (hasDied && failures.length === 0) counts.failed = 1;
    return { counts, failures };
  };

  return {
    start({ config }) {
      root = config.rootDir;
    },

    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile) {
        const { counts, failures } = countSession(session);
        totals.passed += counts.passed;
        totals.failed += counts.failed;
        totals.skipped += counts.skipped;
        const mark = counts.failed ? '✗' : '✓';
        const numbers = counts.failed ? `${counts.passed} passed, ${counts.failed} failed` : `${counts.passed} passed`;
        const place = `${session.browser.name.toLowerCase()} ${relative(root, testFile)}`;
        logger.log(`${mark} ${place}: ${numbers}`);
        const sessionErrors = session.errors.map(describeError);
        for (const test of failures) {
          const errors = test.error ? [describeError(test.error)] : sessionErrors;
          totals.failures.push(describeFailure(`${place} › ${test.title}`, errors));
        }
        if (counts.failed && !failures.length) totals.failures.push(describeFailure(place, sessionErrors));
        for (const test of failures) {
          logger.log(`  ✗ ${test.title}`);
          if (test.error) logger.log(describeError(test.error));
        }
        for (const error of sessionErrors) logger.log(error);
        if (!counts.failed) continue;
        for (const url of session.request404s) logger.log(`    not found: ${url}`);
        for (const args of session.logs) logger.log('    console:', ...args);
      }
    },

    stop() {
      const skipped = totals.skipped ? `, ${totals.skipped} skipped` : '';
      console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
      if (!file) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(totals));
    },
  };
}

// One run of tests: starts programs, adds up their counts, and prints the failures and the time of each step.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeFailure } from './describe-failure.mjs';
import { program } from './program.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, '.build/test-results');

/** Milliseconds for a program to end its own children before it is killed. */
const killDelay = 10_000;

/** A run of steps, which may run in parallel. */
export class TestRun {
  #totals = { passed: 0, failed: 0, skipped: 0 };
  #durations = [];
  #failures = [];
  #children = new Set();
  #isLive;
  #folder;

  /**
   * @param {object} options
   * @param {boolean} options.isLive - whether programs print while they run; otherwise a step prints at its end
   * @param {string} [options.folder] - where programs write their counts; it is emptied
   */
  constructor({ isLive, folder = results }) {
    this.#isLive = isLive;
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Runs one step. A step that throws, or does not end in time, counts as one failed test.
   * @param {string} name
   * @param {(step: Step) => Promise<void>} work
   * @param {number} [limit] - milliseconds; by default only the programs' own limits apply
   */
  async step(name, work, limit) {
    const start = performance.now();
    console.log(`── ${name} …`);
    const step = new Step(name, { isLive: this.#isLive, folder: this.#folder, children: this.#children });
    const timer = limit && setTimeout(() => step.end(`did not end within ${limit / 60_000} minutes`), limit);
    try {
      await work(step);
    } catch (error) {
      step.print(`${error.message}\n`);
      step.add({ failed: 1, failures: [`${name}: ${error.message}`] });
    }
    clearTimeout(timer);
    for (const kind of Object.keys(this.#totals)) this.#totals[kind] += step.counts[kind];
    this.#failures.push(...step.failures);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    this.#durations.push(`${name}: ${step.counts.failed ? 'failed' : 'ok'} (${seconds} s)`);
    console.log(`${step.output}── ${this.#durations.at(-1)}\n`);
  }

  /** Ends this process and its programs on a signal, after a call of `clean`. */
  endOnSignals(clean) {
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.once(signal, () => {
        for (const child of this.#children) child.kill(signal);
        clean?.();
        process.exit(1);
      });
    }
  }

  /** Prints the time of each step, the failures with their errors, and the counts. Returns whether all passed. */
  report() {
    const { passed, failed, skipped } = this.#totals;
    for (const line of this.#durations) console.log(line);
    for (const failure of this.#failures) console.log(`✗ ${failure}`);
    console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
    return failed === 0;
  }
}

class Step {
  counts = { passed: 0, failed: 0, skipped: 0 };
  failures = [];
  output = '';
  #name;
  #isLive;
  #folder;
  #children;
  /** The running programs of this step. */
  #own = new Set();
  #reason;

  constructor(name, { isLive, folder, children }) {
    this.#name = name;
    this.#isLive = isLive;
    this.#folder = folder;
    this.#children = children;
  }

  print(text) {
    if (this.#isLive) process.stdout.write(text);
    else this.output += text;
  }

  add({ failures = [], ...counts }) {
    for (const [kind, count] of Object.entries(counts)) this.counts[kind] += count;
    this.failures.push(...failures);
  }

  /** Ends the programs of the step; failures name the reason. */
  end(reason) {
    this.#reason = reason;
    for (const child of this.#own) {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), killDelay).unref();
    }
  }

  /** Runs a Node script; resolves to its exit code, or to the signal that ended it. */
  run(script, args = [], env = {}) {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [script, ...args], {
        cwd: root,
        stdio: ['ignore', ...Array(2).fill(this.#isLive ? 'inherit' : 'pipe')],
        env: { ...process.env, ...env },
      });
      this.#children.add(child);
      this.#own.add(child);
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => this.print(String(chunk)));
      child.once('error', reject);
      child.once('close', (code, signal) => {
        this.#children.delete(child);
        this.#own.delete(child);
        resolve(code ?? signal);
      });
    });
  }

  /** Runs a program that succeeds or fails; counts as one test. */
  async check(script, args = []) {
    const line = [relative(root, script), ...args].join(' ');
    const isDone = (await this.run(script, args)) === 0;
    this.add(isDone ? { passed: 1 } : { failed: 1, failures: [this.#reason ? `${line}: ${this.#reason}` : line] });
  }

  /**
   * Runs a program that writes its counts to a file.
   * @param {string} script
   * @param {(file: string) => string[]} args - its arguments, given the path of that file
   * @param {(content: object) => object} count - reads the counts from the file's JSON
   * @param {Record<string, string>} [env]
   */
  async suite(script, args, count, env) {
    const file = join(this.#folder, `${this.#name.replace(/\W+/g, '-')}.json`);
    const code = await this.run(script, args(file), { ...env, RESULTS: file });
    const counts = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
    this.add(counts);
    // test/hang-watch.ts writes this file.
    if (existsSync(`${file}.hanging`))
      this.failures.push(...readFileSync(`${file}.hanging`, 'utf8').trim().split('\n'));
    if (code === 0 && counts.passed > 0) return;
    // The program failed without a failed test, or ran no test.
    const reason = this.#reason ?? (counts.failed ? undefined : `ended with ${code}`);
    if (reason) this.add({ failed: 1, failures: [`${this.#name}: ${reason}`] });
  }

  /** Runs test files in one of vitest's projects. */
  vitest(project, files, env) {
    const args = (file) => [
      ...['run', `--project=${project}`, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ...files,
    ];
    return this.suite(program('vitest'), args, countVitest, env);
  }

  /** Runs test files in a browser; all of them by default. */
  webTestRunner(engine, files = [], env = {}) {
    const args = () => (files.length ? ['--files', ...files] : []);
    return this.suite(program('@web/test-runner', 'wtr'), args, (counts) => counts, { ...env, ENGINES: engine });
  }
}

/** Counts of vitest's JSON. A file that failed outside of its tests counts as one failed test. */
function countVitest({ testResults }) {
  const counts = { passed: 0, failed: 0, failures: [] };
  const fail = (place, errors) => {
    counts.failed += 1;
    counts.failures.push(describeFailure(place.join(' › '), errors));
  };
  for (const { name, assertionResults, status, message } of testResults) {
    const file = relative(root, name);
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') fail([file, test.fullName], test.failureMessages);
    }
    const unfinished = assertionResults.filter((test) => !['passed', 'failed'].includes(test.status));
    if (unfinished.length) fail([file, `${unfinished.length} tests did not run`], [message]);
    else if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) fail([file], [message]);
  }
  return counts;
}

// Setup file of every test that vitest runs under Node: ends the process if a test blocks it, and names the test.
// Vitest's own time limits name tests that wait too long, but an endless loop also stops vitest's timers.
import { relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeEach, type RunnerTask } from 'vitest';

/** Milliseconds that a test may block its process. */
const limit = Number(process.env.HANG_LIMIT ?? 180_000);

/** Memory that the watching thread shares with its process, which runs many test files. */
interface Watched {
  signs: Int32Array;
  title: Uint8Array;
}

const shared = globalThis as { hangWatch?: Watched };
shared.hangWatch ??= startWatching();
const { title } = shared.hangWatch;

beforeEach(({ task }) => {
  const names = [relative(process.cwd(), task.file.filepath), ...titlesOf(task)];
  title.fill(0);
  new TextEncoder().encodeInto(names.join(' › '), title);
});

/** The name of a test or suite, after the names of the suites around it. */
function titlesOf({ name, suite }: RunnerTask): string[] {
  return suite ? [...titlesOf(suite), name] : [name];
}

/** Runs in a separate thread, which tests can't block. */
function watch({ signs, title, limit }: Watched & { limit: number }) {
  const { appendFileSync, writeSync } = require('node:fs') as typeof import('node:fs');
  let last = Atomics.load(signs, 0);
  setInterval(() => {
    const now = Atomics.load(signs, 0);
    if (now === last) {
      const name = new TextDecoder().decode(title.slice(0, title.indexOf(0))) || 'loading a test file';
      const message = `Hanging test: ${name} blocked its process for more than ${limit / 1000} s.`;
      writeSync(2, `${message}\n`);
      if (process.env.RESULTS) appendFileSync(`${process.env.RESULTS}.hanging`, `${message}\n`);
      process.kill(process.pid, 'SIGKILL');
    }
    last = now;
  }, limit);
}

function startWatching(): Watched {
  const watched = {
    signs: new Int32Array(new SharedArrayBuffer(4)),
    title: new Uint8Array(new SharedArrayBuffer(1000)),
  };
  setInterval(() => Atomics.add(watched.signs, 0, 1), limit / 4).unref();
  const code = `(${watch})(require('node:worker_threads').workerData)`;
  new Worker(code, { eval: true, workerData: { ...watched, limit } }).unref();
  return watched;
}

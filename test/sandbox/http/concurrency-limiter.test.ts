import { expect, it } from 'vitest';
import { ConcurrencyLimiter } from '../../../src/sandbox/http/concurrency-limiter.js';

const full = () => new Error('full');

/** A task that the test ends. */
function openTask() {
  let end: (() => void) | undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end: () => end?.(), run: () => done };
}

it('runs a limited number of tasks, queues a limited number, and rejects the others (S33, S45)', async () => {
  const limiter = new ConcurrencyLimiter({ maxConcurrent: 2, maxQueued: 1 });
  const tasks = [openTask(), openTask(), openTask(), openTask()] as const;
  const started: number[] = [];
  const results = tasks.map(({ run }, index) =>
    limiter.run(() => {
      started.push(index);
      return run();
    }, full),
  );
  await expect(results[3]).rejects.toThrow('full');
  expect(started).toEqual([0, 1]);
  tasks[1].end();
  await results[1];
  expect(started).toEqual([0, 1, 2]);
  tasks[0].end();
  tasks[2].end();
  await Promise.all(results.slice(0, 3));
  expect(await limiter.run(async () => 'free again', full)).toBe('free again');
});

it('rejects a task that waits longer than the time limit, and runs the next ones (S33)', async () => {
  const limiter = new ConcurrencyLimiter({ maxConcurrent: 1, maxQueued: 10, timeoutMs: 20 });
  const slow = openTask();
  const first = limiter.run(slow.run, full);
  await expect(limiter.run(async () => undefined, full)).rejects.toThrow('full');
  slow.end();
  await first;
  expect(await limiter.run(async () => 'next', full)).toBe('next');
});

it('runs the next task after one fails', async () => {
  const limiter = new ConcurrencyLimiter({ maxConcurrent: 1, maxQueued: 10 });
  const failing = limiter.run(() => Promise.reject(new Error('no')), full);
  const next = limiter.run(async () => 'next', full);
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('next');
});

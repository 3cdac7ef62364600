import { expect, it } from 'vitest';
import { Turns } from '../../../src/sandbox/crypto/concurrency-limiter.js';

const tooMany = () => new Error('too many');

/** Work that ends when it's told to. */
function openWork() {
  let end: (() => void) | undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end: () => end?.(), run: () => done };
}

it('lets so much run at once, so much wait, and refuses the rest at once (S33, S45)', async () => {
  const turns = new Turns({ atOnce: 2, mostWaiting: 1 });
  const work = [openWork(), openWork(), openWork(), openWork()] as const;
  const begun: number[] = [];
  const results = work.map(({ run }, index) =>
    turns.run(() => {
      begun.push(index);
      return run();
    }, tooMany),
  );
  await expect(results[3]).rejects.toThrow('too many');
  expect(begun).toEqual([0, 1]);
  work[1].end();
  await results[1];
  expect(begun).toEqual([0, 1, 2]);
  work[0].end();
  work[2].end();
  await Promise.all(results.slice(0, 3));
  expect(await turns.run(async () => 'free again', tooMany)).toBe('free again');
});

it('refuses what would wait for too long, and goes on with the others (S33)', async () => {
  const turns = new Turns({ atOnce: 1, mostWaiting: 10, patience: 20 });
  const slow = openWork();
  const first = turns.run(slow.run, tooMany);
  await expect(turns.run(async () => undefined, tooMany)).rejects.toThrow('too many');
  slow.end();
  await first;
  expect(await turns.run(async () => 'next', tooMany)).toBe('next');
});

it('gives its turn on when work fails', async () => {
  const turns = new Turns({ atOnce: 1, mostWaiting: 10 });
  const failing = turns.run(() => Promise.reject(new Error('no')), tooMany);
  const next = turns.run(async () => 'next', tooMany);
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('next');
});

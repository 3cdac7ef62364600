import { expect, it } from 'vitest';
import { timingSafeEqual } from '../../../src/sandbox/crypto/digest.js';

const length = 200_000;
const digest = 'x'.repeat(length);
const differingAt = (index: number) => `${digest.slice(0, index)}y${digest.slice(index + 1)}`;

it('finds digests equal only if they are', () => {
  expect(timingSafeEqual('', '')).toBe(true);
  expect(timingSafeEqual(digest, 'x'.repeat(length))).toBe(true);
  expect(timingSafeEqual(digest, digest.slice(1))).toBe(false);
  for (const index of [0, 1, length / 2, length - 1]) expect(timingSafeEqual(digest, differingAt(index))).toBe(false);
});

it('compares digests in constant time, wherever they differ (S25)', () => {
  const [early, late] = [differingAt(0), differingAt(length - 1)];
  const timesOf = { early: [] as number[], late: [] as number[] };
  const time = (times: number[], other: string) => {
    const start = performance.now();
    timingSafeEqual(digest, other);
    times.push(performance.now() - start);
  };
  // Alternately, so that other load of the machine affects both.
  for (let round = 0; round < 300; round++) {
    time(timesOf.early, early);
    time(timesOf.late, late);
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  // A comparison that stops at the first difference would take almost no time.
  expect(median(timesOf.early) / median(timesOf.late)).toBeGreaterThan(0.5);
});

// Run by ../hanging.test.ts alone.
import { it } from 'vitest';

it('passes', () => undefined);
it('blocks for ever', () => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); // as a loop would, without the work
});

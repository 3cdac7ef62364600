// Only ../hanging.test.ts runs this file.
import { it } from 'vitest';

it('passes', () => undefined);
it('blocks for ever', () => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); // blocks as an endless loop does, without using the CPU
});

// Run by ../hanging.test.ts alone.
import { it } from 'vitest';

it('passes', () => undefined);
it('loops for ever', () => {
  for (;;);
});

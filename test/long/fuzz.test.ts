import { describe, expect, it } from 'vitest';
import { endpoints } from '../../src/contract/all.js';
import { memoryStore } from '../../src/sandbox/db/memory-store.js';
import { fuzz } from '../sandbox/fuzz/fuzz.js';
import { storeKinds } from '../sandbox/stores.js';

/** `FUZZ_SEED=17` repeats the requests of one seed. */
const only = process.env.FUZZ_SEED;
const seeds = (count: number) => (only ? [Number(only)] : [...Array(count).keys()]);

describe('random requests', () => {
  it('get documented answers only, all 20,000; and every operation succeeds for some', async () => {
    const { problems, answers } = await fuzz(seeds(200), 100, memoryStore());
    expect(problems.join('\n')).toBe('');
    const failed = Object.keys(endpoints).filter((name) => !answers.has(`${name} 200`) && !answers.has(`${name} 302`));
    expect(failed).toEqual(only ? failed : []);
  });

  it.each(storeKinds.filter(({ isLasting }) => isLasting))(
    'get documented answers on $name, 2,000 of them',
    async (kind) => {
      const place = await kind.place();
      const store = await place.open();
      const { problems } = await fuzz(seeds(20), 100, store).finally(async () => {
        await store.close();
        await place.remove();
      });
      expect(problems.join('\n')).toBe('');
    },
  );
});

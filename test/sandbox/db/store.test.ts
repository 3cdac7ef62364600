import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { NotUniqueError, type Store, StoreUnavailableError } from '../../../src/sandbox/db/store.js';
import { boolean, integer, json, nullable, type Row, real, table, text } from '../../../src/sandbox/db/table.js';
import { onEveryStore, type Place } from '../stores.js';

const pets = table({
  name: 'pets',
  key: 'id',
  columns: {
    id: text,
    owner: text,
    name: text,
    chip: nullable(text),
    legs: integer,
    weight: real,
    isTame: boolean,
    tags: json<{ colours: string[] }>(),
  },
  unique: [['owner', 'name'], ['chip']],
  indexes: [['owner']],
});

function pet(id: string, more: Partial<Row<typeof pets>> = {}): Row<typeof pets> {
  const plain = { owner: 'ada', name: id, chip: null, legs: 4, weight: 3.25, isTame: true, tags: { colours: ['red'] } };
  return { id, ...plain, ...more };
}

onEveryStore((kind) => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await kind.place();
    store = await place.open([pets]);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const only = async (owner: string) => (await store.find(pets, { owner })).map(({ id }) => id);

  it('returns the inserted row, as a copy', async () => {
    const given = pet('whole', { owner: 'whole', chip: 'c-1', isTame: false, legs: 0, weight: -0.5 });
    await store.insert(pets, given);
    given.tags.colours.push('blue');
    const kept = await store.get(pets, 'whole');
    expect(kept).toEqual(pet('whole', { owner: 'whole', chip: 'c-1', isTame: false, legs: 0, weight: -0.5 }));
    kept?.tags.colours.push('green');
    expect((await store.get(pets, 'whole'))?.tags).toEqual({ colours: ['red'] });
    expect(await store.get(pets, 'unknown')).toBeUndefined();
  });

  it('rejects rows that violate a unique constraint, and inserts none of them', async () => {
    await store.insert(pets, pet('first', { owner: 'unique', name: 'Rex', chip: 'c-2' }));
    const rows = [pet('second', { owner: 'unique', name: 'Tom' }), pet('third', { owner: 'unique', name: 'Rex' })];
    await expect(store.insert(pets, rows)).rejects.toThrow(NotUniqueError);
    await expect(store.insert(pets, pet('first', { owner: 'else' }))).rejects.toThrow(NotUniqueError);
    await expect(store.insert(pets, pet('fourth', { owner: 'else', chip: 'c-2' }))).rejects.toThrow(NotUniqueError);
    expect(await only('unique')).toEqual(['first']);
    await store.insert(pets, pet('fifth', { owner: 'unique', name: 'Ann' }));
    await expect(store.update(pets, { id: 'fifth' }, { name: 'Rex' })).rejects.toThrow(NotUniqueError);
    expect((await store.get(pets, 'fifth'))?.name).toBe('Ann');
  });

  it('accepts several rows with null in a unique column', async () => {
    await store.insert(pets, [pet('n1', { owner: 'none' }), pet('n2', { owner: 'none' })]);
    expect(await store.count(pets, { owner: 'none', chip: null })).toBe(2);
  });

  it('finds rows by equal and by different values', async () => {
    const names = ['100% wool', '100 wool', 'a_b', 'aXb', 'back\\slash', "O'Hara"];
    await store.insert(
      pets,
      names.map((name) => pet(`text-${name}`, { owner: 'texts', name })),
    );
    for (const name of names) expect(await store.count(pets, { owner: 'texts', name })).toBe(1);
    expect(await store.count(pets, { owner: 'texts', name: { not: 'a_b' } })).toBe(5);
    expect(await store.count(pets, { owner: 'texts', name: undefined, isTame: true })).toBe(6);
  });

  it('finds what lies on one side of a value', async () => {
    const moments = ['2026-01-31T23:59:59.999Z', '2026-02-01T00:00:00.000Z', '2026-02-01T00:00:00.001Z', null];
    await store.insert(
      pets,
      moments.map((chip, legs) => pet(`side-${legs}`, { owner: 'sides', chip, legs })),
    );
    const legsOf = async (where: object) =>
      (await store.find(pets, { owner: 'sides', ...where })).map(({ legs }) => legs);
    expect(await legsOf({ chip: { above: '2026-02-01T00:00:00.000Z' } })).toEqual([2]);
    expect(await legsOf({ chip: { upTo: '2026-02-01T00:00:00.000Z' } })).toEqual([0, 1]);
    expect(await legsOf({ legs: { in: [1, 3, 9] } })).toEqual([1, 3]);
    expect(await legsOf({ id: { in: [] } })).toEqual([]);
    expect(await legsOf({ legs: { above: 2 } })).toEqual([3]);
    expect(await legsOf({ chip: { not: moments[0] } })).toEqual([1, 2]);
    expect(await store.count(pets, { owner: 'sides', legs: { upTo: 2 } })).toBe(3);
    expect(await store.delete(pets, { owner: 'sides', legs: { above: 1 } })).toBe(2);
  });

  it('sorts by bytes, pages, and breaks ties by key', async () => {
    const rows = ['b', 'a', 'C', 'é', 'Z'].map((name) => pet(`sort-${name}`, { owner: 'sorted', name }));
    await store.insert(pets, rows);
    const names = async (selection: object) =>
      (await store.find(pets, { owner: 'sorted' }, { orderBy: 'name', ...selection })).map(({ name }) => name);
    expect(await names({})).toEqual(['C', 'Z', 'a', 'b', 'é']);
    expect(await names({ isDescending: true, limit: 2, offset: 1 })).toEqual(['b', 'a']);
    expect(await names({ offset: 4 })).toEqual(['é']);
    const tied = await store.find(pets, { owner: 'sorted' }, { orderBy: 'legs', isDescending: true, limit: 2 });
    expect(tied.map(({ id }) => id)).toEqual(['sort-é', 'sort-b']);
  });

  it('sorts null as the earliest text, on every store', async () => {
    const chips = [null, '2026-02-01', '2026-01-01', null];
    await store.insert(
      pets,
      chips.map((chip, index) => pet(`null-${index}`, { owner: 'nulls', chip })),
    );
    const ids = async (isDescending: boolean) =>
      (await store.find(pets, { owner: 'nulls' }, { orderBy: 'chip', isDescending })).map(({ id }) => id.at(-1));
    expect(await ids(false)).toEqual(['0', '3', '2', '1']);
    expect(await ids(true)).toEqual(['1', '2', '3', '0']);
  });

  it('updates and deletes the matching rows, and returns their number', async () => {
    await store.insert(pets, [pet('u1', { owner: 'upd' }), pet('u2', { owner: 'upd' })]);
    expect(await store.update(pets, { owner: 'upd' }, { legs: 3, tags: { colours: [] } })).toBe(2);
    expect(await store.get(pets, 'u2')).toMatchObject({ legs: 3, tags: { colours: [] }, name: 'u2' });
    expect(await store.update(pets, { owner: 'unknown' }, { legs: 3 })).toBe(0);
    expect(await store.delete(pets, { owner: 'upd', id: 'u1' })).toBe(1);
    expect(await store.delete(pets, { owner: 'upd', id: 'u1' })).toBe(0);
    expect(await only('upd')).toEqual(['u2']);
  });

  it('undoes all writes of a transaction that throws', async () => {
    await store.insert(pets, [pet('t1', { owner: 'tx', name: 'kept' }), pet('t2', { owner: 'tx' })]);
    const failing = store.transaction('tx', async (rows) => {
      await rows.insert(pets, pet('t3', { owner: 'tx' }));
      await rows.update(pets, { id: 't1' }, { name: 'changed' });
      await rows.delete(pets, { id: 't2' });
      expect(await rows.count(pets, { owner: 'tx' })).toBe(2);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await only('tx')).toEqual(['t1', 't2']);
    expect((await store.get(pets, 't1'))?.name).toBe('kept');
    await store.insert(pets, pet('t4', { owner: 'tx', name: 'changed' })); // the name can be used again
  });

  it('reports a violated constraint inside the transaction', async () => {
    await store.insert(pets, pet('taken', { owner: 'inner', name: 'Rex' }));
    let seen: unknown;
    const failing = store.transaction('inner', async (rows) => {
      await rows.insert(pets, pet('before', { owner: 'inner' }));
      await rows.insert(pets, pet('twin', { owner: 'inner', name: 'Rex' })).catch((error: unknown) => {
        seen = error;
        throw error;
      });
    });
    await expect(failing).rejects.toThrow(NotUniqueError);
    expect(seen).toBeInstanceOf(NotUniqueError);
    expect(await only('inner')).toEqual(['taken']);
  });

  it('changes all rows of an update or none', async () => {
    await store.insert(pets, [pet('v1', { owner: 'all' }), pet('v2', { owner: 'all' }), pet('v3', { owner: 'all' })]);
    await expect(store.update(pets, { owner: 'all' }, { name: 'same' })).rejects.toThrow(NotUniqueError);
    const kept = await store.find(pets, { owner: 'all' });
    expect(kept.map(({ name }) => name)).toEqual(['v1', 'v2', 'v3']);
  });

  it('runs transactions of one key one after another', async () => {
    await store.insert(pets, pet('counter', { owner: 'count', legs: 0 }));
    const addOne = () =>
      store.transaction('count', async (rows) => {
        const legs = (await rows.get(pets, 'counter'))?.legs ?? 0;
        await rows.update(pets, { id: 'counter' }, { legs: legs + 1 });
      });
    await Promise.all(Array.from({ length: 40 }, addOne));
    expect((await store.get(pets, 'counter'))?.legs).toBe(40);
  });

  it('runs the next transaction of a key after one failed', async () => {
    const fail = store.transaction('again', () => Promise.reject(new Error('no')));
    const next = store.transaction('again', async () => 'yes');
    await expect(fail).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  if (kind.isLasting) {
    it('lets no transaction start that has waited for others of its key longer than a client waits', async () => {
      vi.useFakeTimers({ toFake: ['Date'] });
      let end = () => undefined as unknown;
      let first: Promise<unknown> | undefined;
      await new Promise<void>((begin) => {
        const run = (resolve: (value: string) => void) => {
          end = () => resolve('first');
          begin();
        };
        first = store.transaction('long', () => new Promise(run));
      });
      const waiting = store.transaction('long', async () => 'waiting');
      vi.setSystemTime(Date.now() + 10_001);
      const next = store.transaction('long', async () => 'next');
      end();
      const outcomes = await Promise.allSettled([first, waiting, next]);
      vi.useRealTimers();
      expect(outcomes).toMatchObject([
        { value: 'first' },
        { reason: expect.any(StoreUnavailableError) },
        { value: 'next' },
      ]);
    });

    it('adds the columns that data of an earlier version lacks', async () => {
      const later = { ...pets, columns: { ...pets.columns, nick: nullable(text), age: integer } };
      await store.insert(pets, pet('old', { owner: 'old' }));
      await store.close();
      store = await place.open([later]);
      expect(await store.get(later, 'old')).toMatchObject({ name: 'old', nick: null, age: 0 });
      await store.insert(later, { ...pet('new', { owner: 'old' }), nick: 'N', age: 7 });
      expect(await store.get(later, 'new')).toMatchObject({ nick: 'N', age: 7 });
    });
  }
});

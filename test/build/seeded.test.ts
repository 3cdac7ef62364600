import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defects } from '../seeded/all.js';

const inRepository = (path: string) => new URL(`../../${path}`, import.meta.url);

it.each(defects)('$id can still be seeded, and its tests are there', ({ file, find, replace, tests }) => {
  expect(readFileSync(inRepository(file), 'utf8').split(find).length - 1, `times that ${file} has the text`).toBe(1);
  expect(replace).not.toBe(find);
  for (const test of tests) expect(existsSync(inRepository(test)), test).toBe(true);
});

it('each defect has an id of its own', () => {
  expect(new Set(defects.map(({ id }) => id)).size).toBe(defects.length);
});

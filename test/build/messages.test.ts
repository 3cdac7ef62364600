import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
/** Tables of words that other tables include. */
const parts = ['elements/base/connection.en.ts', 'elements/base/role-help.en.ts'];
const tables = files.filter(
  (file) => /(?:^|[./])en\.ts$/.test(file) && !parts.includes(file) && !file.startsWith('sandbox/'),
);
const elements = files.flatMap((file) => {
  const [, folder] = /^elements\/(.+)\/agni-.+\.ts$/.exec(file) ?? [];
  const [, prefix] = folder ? (/ words = \{ prefix: '(\w+)'/.exec(readFileSync(source + file, 'utf8')) ?? []) : [];
  return prefix ? [{ folder, prefix }] : [];
});

/** The tables of words in the type `Messages`, by prefix. */
const typed = new Map(
  Array.from(
    readFileSync(`${source}locales/messages.ts`, 'utf8').matchAll(/^ {2}(\w+):([^;]+);/gm),
    ([, prefix, list]) => [
      prefix,
      Array.from(
        list?.matchAll(/import\('(?:\.\.|(\.))\/(.+?)\.js'\)/g) ?? [],
        ([, here, path]) => `${here ? 'locales/' : ''}${path}.ts`,
      ),
    ],
  ),
);

it.each(tables)('types the keys of %s', (table) => {
  expect([...typed.values()].flat()).toContain(table);
});

it.each(elements)('types the keys of $folder with the prefix that the element reads, $prefix', ({ folder, prefix }) => {
  const own = tables.filter((table) => table.startsWith(`elements/${folder}/`));
  expect(own).not.toEqual([]);
  expect(typed.get(prefix)).toEqual(expect.arrayContaining(own));
});

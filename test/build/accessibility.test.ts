import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const tests = new URL('../', import.meta.url);
const document = readFileSync(new URL('../docs/accessibility.md', tests), 'utf8');

/** The rows of the table: criterion, whether it holds, what the elements do, tests. */
const rows = document
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('docs/accessibility.md says of every criterion whether it holds', () => {
  expect(rows.length).toBeGreaterThan(35);
  for (const [, criterion, holds] of rows) expect(holds, criterion).toMatch(/^(?:yes|host|none|partly: .+)$/);
});

it('docs/accessibility.md names tests that exist', () => {
  const named = [...document.matchAll(/([a-z0-9/-]+) “([^”]+)”/g)].filter(([, file = '']) => file.includes('/'));
  expect(named.length).toBeGreaterThan(25);
  const missing = named.filter(([, file, title = '']) => {
    const path = new URL(`${file}.test.ts`, tests);
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(title);
  });
  expect(missing.map(([name]) => name)).toEqual([]);
});

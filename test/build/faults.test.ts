import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const tests = new URL('../', import.meta.url);

/** Files by number, from the numbers that end the names of tests. */
function filesByNumber(): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  for (const file of files) {
    for (const [, numbers = ''] of readFileSync(new URL(file, tests), 'utf8').matchAll(/\(((?:[CSD]\d+(?:, )?)+)\)/g)) {
      for (const number of numbers.split(', ').filter((one) => !one.startsWith('D'))) {
        found.set(number, (found.get(number) ?? new Set()).add(file.replace(/\.test\.ts$/, '')));
      }
    }
  }
  return new Map([...found].map(([number, names]) => [number, [...names].sort()]));
}

const rows = readFileSync(new URL('../docs/faults.md', tests), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, number = '']) => /^[CS]\d\d$/.test(number))
  .map(([, number = '', , holds = '', names = '']) => ({
    number,
    holds,
    files: names.split(', ').filter(Boolean).sort(),
  }));

it('docs/faults.md names for every fault the files whose tests name it', () => {
  const files = filesByNumber();
  const expected = rows.map(({ number }) => [number, files.get(number) ?? []]);
  expect(rows.map((row) => [row.number, row.files])).toEqual(expected);
  expect([...files.keys()].filter((number) => !rows.some((row) => row.number === number))).toEqual([]);
});

it('docs/faults.md says that a fault holds only where a test proves it', () => {
  for (const { number, holds, files } of rows) {
    expect(holds, number).toMatch(/^(yes|later|partly: .+)$/);
    if (holds === 'yes') expect(files, number).not.toEqual([]);
    if (holds === 'later') expect(files, number).toEqual([]);
  }
});

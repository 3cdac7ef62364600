import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const tests = new URL('../', import.meta.url);

/** The test files of each number, from the numbers at the end of test titles. */
function filesByNumber(kinds: string): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  for (const file of files) {
    for (const [, numbers = ''] of readFileSync(new URL(file, tests), 'utf8').matchAll(/\(((?:[CSD]\d+(?:, )?)+)\)/g)) {
      for (const number of numbers.split(', ').filter(([kind = '']) => kinds.includes(kind))) {
        found.set(number, (found.get(number) ?? new Set()).add(file.replace(/\.test\.ts$/, '')));
      }
    }
  }
  return new Map([...found].map(([number, names]) => [number, [...names].sort()]));
}

/** The rows of a document's table that begin with a number. Their last cell lists test files. */
function rowsOf(document: string) {
  return readFileSync(new URL(`../docs/${document}`, tests), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, number = '']) => /^[CSD]\d+$/.test(number))
    .map((cells) => ({
      number: cells[1] ?? '',
      cells,
      files: (cells.at(-2) ?? '').split(', ').filter(Boolean).sort(),
    }));
}

it.each([
  ['faults.md', 'CS'],
  ['regressions.md', 'D'],
])('docs/%s names for every number the files whose tests name it', (document, kinds) => {
  const rows = rowsOf(document);
  const files = filesByNumber(kinds);
  const expected = rows.map(({ number }) => [number, files.get(number) ?? []]);
  expect(rows.map((row) => [row.number, row.files])).toEqual(expected);
  expect([...files.keys()].filter((number) => !rows.some((row) => row.number === number))).toEqual([]);
});

it('docs/faults.md says that a fault holds only where a test proves it', () => {
  for (const { number, cells, files } of rowsOf('faults.md')) {
    const holds = cells[3] ?? '';
    expect(holds, number).toMatch(/^(yes|later|partly: .+)$/);
    if (holds === 'yes') expect(files, number).not.toEqual([]);
    if (holds === 'later') expect(files, number).toEqual([]);
  }
});

it('docs/regressions.md says what was wrong, and names a test, for every number', () => {
  for (const { number, cells, files } of rowsOf('regressions.md')) {
    expect(cells[2], number).toMatch(/\.$/);
    expect(files, number).not.toEqual([]);
  }
});

import { expect, it } from 'vitest';
import { rowsOf, testsByNumber } from '../../scripts/faults.mjs';

/** The test files of each number. */
const filesByNumber = (kinds: string) =>
  new Map([...testsByNumber(kinds)].map(([number, files]) => [number, [...new Set(files)].sort()]));

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

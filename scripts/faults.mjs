// `npm run faults`: prints docs/faults.md as a table for the terminal, with the number of tests that name each fault,
// and the totals. `npm run faults -- open` prints only the faults that are not or not fully handled.
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);

/**
 * The test files of each number at the end of a test title; a file is listed once per test.
 * @param {string} kinds letters of the numbers, such as `CS`
 * @returns {Map<string, string[]>}
 */
export function testsByNumber(kinds) {
  const tests = new URL('test/', root);
  const found = new Map();
  const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  for (const file of files.sort()) {
    for (const [, numbers = ''] of readFileSync(new URL(file, tests), 'utf8').matchAll(/\(((?:[CSD]\d+(?:, )?)+)\)/g)) {
      for (const number of numbers.split(', ').filter(([kind = '']) => kinds.includes(kind))) {
        found.set(number, [...(found.get(number) ?? []), file.replace(/\.test\.ts$/, '')]);
      }
    }
  }
  return found;
}

/**
 * The rows of a document's table that begin with a number. Their last cell lists test files.
 * @param {string} document a file of `docs`
 */
export function rowsOf(document) {
  return readFileSync(new URL(`docs/${document}`, root), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, number = '']) => /^[CSD]\d+$/.test(number))
    .map((cells) => ({
      number: cells[1] ?? '',
      cells,
      files: (cells.at(-2) ?? '').split(', ').filter(Boolean).sort(),
    }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const tests = testsByNumber('CS');
  const rows = rowsOf('faults.md').map(({ number, cells: [, , fault = '', holds = ''], files }) => {
    return { number, fault, holds, tests: tests.get(number)?.length ?? 0, files };
  });
  const shown = process.argv.includes('open') ? rows.filter(({ holds }) => holds !== 'yes') : rows;
  const width = Math.max(0, ...shown.map(({ fault }) => fault.length));
  for (const { number, fault, holds, tests, files } of shown) {
    console.log(
      `${number}  ${fault.padEnd(width)}  ${holds.padEnd(4)}  ${String(tests).padStart(3)}  ${files.join(', ')}`,
    );
  }
  const count = (word) => rows.filter(({ holds }) => holds.startsWith(word)).length;
  console.log(`${rows.length} faults: ${count('yes')} yes, ${count('partly')} partly, ${count('later')} later`);
}

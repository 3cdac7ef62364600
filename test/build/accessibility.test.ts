import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const tests = new URL('../', import.meta.url);
const document = readFileSync(new URL('../docs/accessibility.md', tests), 'utf8');

/** The rows of the table: criterion, conformance, remarks, tests. */
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

/** Lines of the elements, their templates and their styles that match. */
function linesWith(pattern: RegExp): string[] {
  return ['elements', 'theme', 'ui'].flatMap((folder) => {
    const root = new URL(`../src/${folder}/`, tests);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(10);
    const lines = files.flatMap((file) => readFileSync(new URL(file, root), 'utf8').split('\n'));
    return lines.filter((line) => pattern.test(line)).map((line) => line.trim());
  });
}

it('no animation repeats, so that nothing flashes', () => {
  expect(linesWith(/animation: /).length).toBeGreaterThan(2);
  expect(linesWith(/\binfinite\b|animation-iteration-count/)).toEqual([]);
});

it('nothing happens when a pointer goes down, only when it is released', () => {
  expect(linesWith(/@click=/).length).toBeGreaterThan(20);
  expect(linesWith(/(?:@|')(?:pointerdown|mousedown|touchstart)\b/)).toEqual([]);
});

it('nothing but a load ahead happens when a control gets the focus', () => {
  const listeners = linesWith(/(?:@|')focus(?:in)?(?:=|', \()/);
  expect(listeners).toHaveLength(1);
  expect(listeners[0]).toContain('nav.prefetch(item)'); // in the hub's navigation
});

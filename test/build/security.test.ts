import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import packageLock from '../../package-lock.json' with { type: 'json' };

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** The cells of the rows of a document's tables. */
function rowsOf(path: string): string[][] {
  const lines = read(path).split('\n');
  return lines
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
}

const requirements = rowsOf('SECURITY.md').filter(([number = '']) => /^\d+\.\d+\.\d+/.test(number));

it('SECURITY.md has rows of the standard', () => {
  expect(requirements.length).toBeGreaterThan(30);
});

it.each(requirements)('SECURITY.md names a test that exists for %s', (_number, _promise, tests = '') => {
  for (const named of tests.split('; ')) {
    const [file = '', title = ''] = named.split(/: (.*)/s);
    const path = `test/${file}.test.ts`;
    expect(existsSync(new URL(path, root)), path).toBe(true);
    expect(read(path), path).toContain(title);
  }
});

it('docs/dependencies.md gives a reason for every package that package.json names, and for no other', () => {
  const { dependencies, peerDependencies, devDependencies } = packageJson;
  const named = [dependencies, peerDependencies, devDependencies].flatMap((packages) => Object.keys(packages));
  const rows = rowsOf('docs/dependencies.md').filter(([name = '']) => name.startsWith('`'));
  expect(rows.map(([name = '']) => name.slice(1, -1)).sort()).toEqual(named.sort());
  for (const [name, reason] of rows) expect(reason, name).not.toBe('');
});

it('every package has a license that docs/dependencies.md lists', () => {
  const [, ofHosts = '', ofTools = ''] =
    /what hosts get: ([^:]+)\. Licenses of tools: ([^`]+)\./.exec(read('docs/dependencies.md')) ?? [];
  const listed = (text: string) => text.split(/[,.]?\s+|\.$/).filter(Boolean);
  const packages = Object.entries(
    packageLock.packages as Record<string, { license?: string; dev?: boolean; peer?: boolean }>,
  );
  const others = packages.filter(([path, { license = '', dev, peer }]) => {
    if (path === '' || path === 'node_modules/only') return false;
    const allowed = listed(dev || peer ? ofTools : ofHosts);
    return !license
      .replace(/[()]/g, '')
      .split(' OR ')
      .some((one) => allowed.includes(one));
  });
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

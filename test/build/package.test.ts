import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { registry } from '../../src/elements/registry.js';
import { packTarball } from '../tarball.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** Paths in the tarball that `npm publish` would send. */
const packed = packTarball()
  .then((tarball) => run('tar', ['tzf', tarball]))
  .then(({ stdout }) =>
    stdout
      .trim()
      .replaceAll(/^package\//gm, '')
      .split('\n'),
  );

it('leads every entry of its exports to a packed module with types (D3)', async () => {
  const files = new Set(await packed);
  for (const [entry, target] of Object.entries(packageJson.exports)) {
    if (typeof target === 'string') {
      const [start = '', end] = target.slice('./'.length).split('*');
      const found = [...files].some((path) => (end === undefined ? path === start : path.startsWith(start)));
      expect([entry, found]).toEqual([entry, true]);
      continue;
    }
    expect([entry, Object.keys(target)]).toEqual([entry, ['types', 'default']]);
    const [folder = '', extension] = target.default.slice('./'.length).split('*');
    const modules = extension
      ? [...files].filter((path) => path.startsWith(folder) && path.endsWith(extension))
      : [folder].filter((path) => files.has(path));
    expect(modules, entry).not.toEqual([]);
    for (const path of modules) expect(files).toContain(path.replace(/\.js$/, '.d.ts'));
  }
});

it('has an entry for every element, and none for what is not there', () => {
  const tags = registry.map(({ tag }) => tag.replace('agni-', './'));
  const entries = Object.entries(packageJson.exports).filter(([, target]) =>
    JSON.stringify(target).includes('/define/'),
  );
  expect(entries.map(([entry]) => entry).sort()).toEqual(['./all', './provider', './settings', ...tags].sort());
});

it('can be required as well as imported (D3)', async () => {
  const { resolve } = createRequire(import.meta.url);
  const entries = Object.entries(packageJson.exports).filter(([entry]) => !entry.includes('*'));
  for (const [entry, target] of entries) {
    const file = typeof target === 'string' ? target : target.default;
    expect(resolve(entry.replace('.', packageJson.name))).toBe(join(root, file));
  }
  const names = entries
    .filter(([entry, target]) => typeof target === 'object' && entry !== './angular') // needs Angular's compiler
    .map(([entry]) => entry.replace('.', packageJson.name));
  const script = `for (const name of ${JSON.stringify(names)}) require(name);`;
  await run(process.execPath, ['--no-warnings', '-e', script], { cwd: root });
});

it('packs every file that the README and the documents beside it refer to (D3)', async () => {
  const files = await packed;
  for (const document of files.filter((path) => path.endsWith('.md') && !path.startsWith('dist/'))) {
    const text = readFileSync(join(root, document), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)|<img[^>]* src="([^"]+)"/g)].map(
      (found) => found[1] ?? found[2] ?? '',
    );
    for (const link of links.filter((address) => !/^[a-z]+:/.test(address))) {
      const target = relative(root, join(root, dirname(document), link));
      expect([document, files.some((path) => path === target || path.startsWith(`${target}/`))]).toEqual([
        document,
        true,
      ]);
    }
  }
});

it('keeps what only the sandbox needs in its folder, and what elements need out of it (D3)', async () => {
  const modules = (await packed).filter(
    (path) => path.endsWith('.js') && path.startsWith('dist/') && !path.startsWith('dist/cdn/'),
  );
  for (const path of modules) {
    const imports = [...readFileSync(join(root, path), 'utf8').matchAll(/(?:from|import)\s*\(?["'](\.[^"']+)["']/g)];
    for (const [, address = ''] of imports) {
      const target = relative(root, join(root, dirname(path), address));
      expect([path, target, existsSync(join(root, target))]).toEqual([path, target, true]);
      const isOfSandbox = (place: string) => place.startsWith('dist/sandbox/');
      if (isOfSandbox(target)) expect([path, isOfSandbox(path)]).toEqual([path, true]);
    }
  }
  expect(modules.filter((path) => path.startsWith('dist/sandbox/'))).not.toEqual([]);
});

it('raises no complaint of publint', async () => {
  const files = (await packed).map((name) => ({ name: `package/${name}`, data: readFileSync(join(root, name)) }));
  const { messages } = await publint({ pkgDir: 'package', strict: true, pack: { files } });
  expect(messages).toEqual([]);
});

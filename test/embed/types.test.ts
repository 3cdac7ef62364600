import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { strangersApp } from '../build/stranger.js';
import { packTarball } from '../tarball.js';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'agni-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The output of a program that succeeds or fails. */
const output = (...args: readonly string[]) =>
  run('npx', ['--yes', ...args], { cwd: folder, maxBuffer: 2 ** 25 }).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }) => `${stdout}${stderr}`,
  );

it('compiles with TypeScript 5.4, strict and with all declarations checked (D95)', async () => {
  // The declarations of Angular, Solid and Svelte need newer versions of TypeScript.
  const entries = Object.entries(packageJson.exports)
    .filter(([name, target]) => typeof target === 'object' && !['./angular', './solid', './svelte'].includes(name))
    .map(([name]) => name.replace('.', packageJson.name).replace('*', 'de'));
  const app = entries.map((entry, index) => `export * as entry${index} from '${entry}';\n`).join('');
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: 'es2022',
    lib: ['es2022', 'dom'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
  };
  const settings = JSON.stringify({ compilerOptions, include: ['app.ts'] });
  const packages = ['typescript@5.4', 'react@19', '@types/react@19', 'vue@3'];
  const cwd = await strangersApp({ 'app.ts': app, 'tsconfig.json': settings }, packages);
  expect(await output('--prefix', cwd, 'tsc', '-p', cwd)).toBe('');
});

it('is found with its types as ESM, by Node and by bundlers, as arethetypeswrong says', async () => {
  const leftOut = ['angular', 'skeleton.css']; // no types; compiled by the tools of the host
  const said = await output(
    '@arethetypeswrong/cli@0.18',
    await packTarball(),
    '--profile',
    'esm-only',
    '--format',
    'json',
    '--exclude-entrypoints',
    ...leftOut,
  );
  const { problems } = JSON.parse(said) as {
    problems: Record<string, { entrypoint: string; resolutionKind: string }[]>;
  };
  const counted = Object.entries(problems)
    .flatMap(([kind, found]) => found.map((problem) => ({ kind, ...problem })))
    .filter(({ resolutionKind }) => !['node10', 'node16-cjs'].includes(resolutionKind)); // the package is ESM
  expect(counted).toEqual([]);
});

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { unpackTarball } from '../tarball.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** Whether `npm run test:embed` or `test:long` runs: with slow tests, and packages that this repository lacks. */
export const isThorough = !!process.env.THOROUGH;

/** The folder of the unpacked tarball that `npm publish` would send; unpacked once per process. */
let unpacked: Promise<string> | undefined;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'agni-stranger-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Copies a package of this repository and its dependencies. */
function install(name: string, modules: string): void {
  const source = join(root, 'node_modules', name);
  const target = join(modules, name);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target, { recursive: true, errorOnExist: false });
  installDependencies(target, modules);
}

function installDependencies(folder: string, modules: string): void {
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const installed = (name: string) =>
    [modules, join(folder, 'node_modules')].some((place) => isThere(join(place, name)));
  for (const name of Object.keys(dependencies)) if (!installed(name)) install(name, modules);
}

function isThere(folder: string): boolean {
  try {
    return !!readFileSync(join(folder, 'package.json'));
  } catch {
    return false;
  }
}

/**
 * Makes a folder outside of the repository with `files`, and installs the packed tarball, its dependencies, and
 * `packages`, but no other package. A package with a version, such as `react@18`, comes from the registry, any other
 * from this repository. Returns the folder's path.
 */
export async function strangersApp(files: Readonly<Record<string, string>>, packages: readonly string[] = []) {
  unpacked ??= unpackTarball(temporaryFolder());
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  const versions = packages.filter((one) => one.includes('@', 1));
  if (versions.length) await run('npm', ['install', '--no-save', '--no-audit', ...versions], { cwd: folder });
  const modules = join(folder, 'node_modules');
  const kit = join(modules, 'agni-settings');
  cpSync(await unpacked, kit, { recursive: true });
  installDependencies(kit, modules);
  for (const name of packages.filter((one) => !one.includes('@', 1))) install(name, modules);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

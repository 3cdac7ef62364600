// `npm run release`: publishes the built package, with provenance, if version and changelog match the changes since the
// published version. Its README has pictures and links that work on the registry's page. Arguments are passed to
// `npm publish`: `npm run release -- --dry-run`. Does not run tests.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readmeForRegistry } from './readme.mjs';
import { compareSurfaces, describeDifference, fits, readSurface } from './surface.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * Packs a version and unpacks it in a folder of its own.
 * @param {string[]} source - `npm pack`'s argument: a published package; without one, this package as it is built
 * @returns {string} the folder, to be removed by the caller
 */
function unpack(...source) {
  const folder = mkdtempSync(join(tmpdir(), 'agni-release-'));
  const args = ['pack', '--silent', '--pack-destination', folder, ...source];
  const tarball = execFileSync('npm', args, { cwd: root, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', tarball, '--strip-components=1'], { cwd: folder });
  rmSync(join(folder, tarball));
  return folder;
}

/** The published version and its public surface; undefined before the first release. */
function published() {
  const { status, stdout, stderr } = spawnSync('npm', ['view', name, 'version'], { encoding: 'utf8' });
  if (status !== 0 && !stderr.includes('E404')) throw new Error(stderr);
  if (status !== 0) return undefined;
  const folder = unpack(name);
  try {
    return { version: stdout.trim(), surface: readSurface(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const before = published();
if (before) {
  const difference = compareSurfaces(before.surface, readSurface(root));
  console.log(`Since ${before.version}:\n${describeDifference(difference)}`);
  if (!fits(before.version, version, difference.kind)) {
    throw new Error(`${version} is no ${difference.kind} version after ${before.version}`);
  }
}
const sections = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').matchAll(/^## (\S+)/gm);
if (![...sections].some(([, section]) => section === version)) {
  throw new Error(`CHANGELOG.md has no section ${version}`);
}
const folder = unpack();
try {
  const readme = join(folder, 'README.md');
  writeFileSync(readme, readmeForRegistry(readFileSync(readme, 'utf8'), { name, version }));
  const args = ['publish', folder, '--provenance', ...process.argv.slice(2)];
  process.exitCode = spawnSync('npm', args, { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}

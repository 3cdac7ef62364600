// `npm run release`: publishes what is built, with provenance, if its version and changelog fit what has changed since the
// published version. Arguments go to `npm publish`: `npm run release -- --dry-run`. Tests are not run here.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareSurfaces, describeDifference, fits, readSurface } from './surface.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The published version and what it promises; undefined before the first release. */
function published() {
  const { status, stdout, stderr } = spawnSync('npm', ['view', name, 'version'], { encoding: 'utf8' });
  if (status !== 0 && !stderr.includes('E404')) throw new Error(stderr);
  if (status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'agni-release-'));
  try {
    const tarball = execFileSync('npm', ['pack', '--silent', name], { cwd: folder, encoding: 'utf8' }).trim();
    execFileSync('tar', ['xzf', tarball], { cwd: folder });
    return { version: stdout.trim(), surface: readSurface(join(folder, 'package')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
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
const { status } = spawnSync('npm', ['publish', '--provenance', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

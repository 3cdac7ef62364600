import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

/** Creates a folder; returns whether this process is the first to do so. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Packs the built package as `npm publish` does, once for all processes of a run; resolves to the tarball's path. */
export async function packTarball(): Promise<string> {
  const folder = process.env.RUN_FOLDER;
  if (!folder) throw new Error('RUN_FOLDER is not set; vitest.config.ts sets it');
  const tarball = `${folder}/package.tgz`;
  for (const lock = `${folder}/packing`; !existsSync(tarball); await setTimeout(50)) {
    if (!isFirst(lock)) continue;
    try {
      const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', lock];
      const { stdout } = await run('npm', args, { cwd: root });
      renameSync(`${lock}/${stdout.trim()}`, tarball);
    } finally {
      rmSync(lock, { recursive: true });
    }
  }
  return tarball;
}

/** Packs the built package, and unpacks it in a folder; resolves to the path of the unpacked package. */
export async function unpackTarball(folder: string): Promise<string> {
  await run('tar', ['xzf', await packTarball()], { cwd: folder });
  return `${folder}/package`;
}

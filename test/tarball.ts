import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

/** Makes a folder, unless another process has. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Packs what is built as `npm publish` would, once for all processes of a run; resolves to the path of the tarball. */
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

/** Packs what is built, and unpacks it in a folder; resolves to the path of the package there. */
export async function unpackTarball(folder: string): Promise<string> {
  await run('tar', ['xzf', await packTarball()], { cwd: folder });
  return `${folder}/package`;
}

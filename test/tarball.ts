import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

/** Packs what is built as `npm publish` would; resolves to the path of the tarball in the folder. */
export async function packTarball(folder: string): Promise<string> {
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await run('npm', args, { cwd: root });
  return `${folder}/${stdout.trim()}`;
}

/** Packs what is built, and unpacks it in a folder; resolves to the path of the package there. */
export async function unpackTarball(folder: string): Promise<string> {
  await run('tar', ['xzf', await packTarball(folder)], { cwd: folder });
  return `${folder}/package`;
}

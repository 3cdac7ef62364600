// `npm start`: builds the demo if its build is missing or older than the sources, then runs the server.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const server = join(root, '.build/serve.js'); // the last file that the build writes

/** The latest change of a file at or below a path, in epoch milliseconds. */
function newest(path) {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const texts = ['docs', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
const sources = ['src', 'demo', 'scripts', 'vite.config.ts', 'tsconfig.json', 'package-lock.json', ...texts];
const built = Math.min(...[server, join(root, 'dist/cdn/agni-settings.js')].map(newest));
if (built === 0 || sources.some((source) => newest(join(root, source)) > built)) {
  // In a separate process, so that the server doesn't keep the bundler's memory.
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--only=demo'], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
await import(server);

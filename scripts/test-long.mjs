// `npm run test:long`: soak and fuzz against the built server, minutes instead of seconds. Run before a release.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { program } from './program.mjs';

for (const args of [
  [fileURLToPath(new URL('build.mjs', import.meta.url)), '--only=demo'],
  [program('vitest'), 'run', '--project=long', ...process.argv.slice(2)],
]) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

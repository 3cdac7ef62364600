// `npm run test:long`: every browser test in Firefox too, soak and fuzz against the built server, all naughty strings, seeded defects. Run before a release.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { program } from './program.mjs';

ensureBrowsers(['chromium', 'firefox']);
for (const args of [
  [fileURLToPath(new URL('build.mjs', import.meta.url)), '--only=demo'],
  [program('vitest'), 'run', '--project=long', ...process.argv.slice(2)],
  [program('vitest'), 'run', '--project=node', 'test/sandbox/http/naughty-strings'],
  [program('@web/test-runner', 'wtr')],
  [fileURLToPath(new URL('seeded.mjs', import.meta.url))],
]) {
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ENGINES: 'firefox', ALL_NAUGHTY_STRINGS: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

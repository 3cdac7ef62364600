// `npm run test:embed`: the packed tarball in the frameworks of hosts, also those that take long or come from the registry.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { program } from './program.mjs';

ensureBrowsers(['chromium']);
const tests = ['bindings', 'dev-server', 'emulated-dom', 'manifest', 'package', 'react'].map(
  (name) => `test/build/${name}.test.ts`,
);
for (const args of [
  [fileURLToPath(new URL('build.mjs', import.meta.url))],
  [program('vitest'), 'run', '--project=node', ...tests],
]) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, THOROUGH: '1' } });
  if (status !== 0) process.exit(status ?? 1);
}

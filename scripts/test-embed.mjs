// `npm run test:embed`: tests the packed tarball in the frameworks of hosts, including slow tests and other versions.
//   npm run test:embed                    types, bindings and a page of each framework, then every app in examples/
//   npm run test:embed -- next angular    these examples alone
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { program } from './program.mjs';

const chosen = process.argv.slice(2);
ensureBrowsers(['chromium']);
const tests = ['bindings', 'dev-server', 'emulated-dom', 'in-node', 'manifest', 'package', 'react', 'types'].map(
  (name) => `test/build/${name}.test.ts`,
);
for (const args of [
  [fileURLToPath(new URL('build.mjs', import.meta.url))],
  ...(chosen.length ? [] : [[program('vitest'), 'run', '--project=node', ...tests]]),
  [program('vitest'), 'run', '--project=embed', ...(chosen.length ? ['test/embed/examples'] : [])],
]) {
  const env = { ...process.env, THOROUGH: '1', EXAMPLES: chosen.join(',') };
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

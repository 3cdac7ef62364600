// `npm run test:long`: every browser test in Firefox and WebKit too, soak against the built server, 20,000 random
// requests, all naughty strings, seeded defects. Run before a release. All parts run, also where one fails.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { program } from './program.mjs';

/** Runs a Node script, and notes if it fails. */
function run(script, args = [], env = {}) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exitCode = status || 1;
}

/** Runs every browser test in an engine. Where it can't be installed, says what is missing; that fails too. */
function runIn(engine, needed) {
  console.log(`── every browser test in ${engine}`);
  try {
    ensureBrowsers(needed);
  } catch (error) {
    console.error(`✗ ${error.message}`);
    process.exitCode = 1;
    return;
  }
  run(program('@web/test-runner', 'wtr'), [], { ENGINES: engine });
}

ensureBrowsers(['chromium']);
run(fileURLToPath(new URL('build.mjs', import.meta.url)), ['--only=demo']);
run(program('vitest'), ['run', '--project=long', ...process.argv.slice(2)]);
run(program('vitest'), ['run', '--project=node', 'test/sandbox/http/naughty-strings'], { ALL_NAUGHTY_STRINGS: '1' });
runIn('firefox', ['firefox']);
runIn('webkit', ['xvfb', 'webkit']);
run(fileURLToPath(new URL('seeded.mjs', import.meta.url)));

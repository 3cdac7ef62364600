// `npm run lint`: formatter, linter, types, import rules, unused code, copied code, words. Prints only failures.
import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { program } from './program.mjs';

/** The programs of the lint, with their arguments; they can run in any order. */
export const checks = [
  [program('@biomejs/biome', 'biome'), 'check', '--error-on-warnings'],
  [program('@typescript/native', 'tsc')],
  [program('@typescript/native', 'tsc'), '-p', 'tsconfig.build.json', '--noEmit'],
  [program('dependency-cruiser', 'depcruise'), 'src', 'demo', 'stories', 'test'],
  [program('knip'), '--no-progress'],
  [program('jscpd')],
  [fileURLToPath(new URL('words.mjs', import.meta.url))],
];

/** Runs one program of the lint; resolves to whether it succeeded, and prints its output if not. */
function run([script, ...args]) {
  return new Promise((resolve, reject) => {
    const cwd = fileURLToPath(new URL('..', import.meta.url));
    const child = spawn(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const results = await Promise.all(checks.map(run));
  process.exitCode = results.every(Boolean) ? 0 : 1;
}

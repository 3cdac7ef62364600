import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { program } from '../../scripts/program.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('hanging', import.meta.url));

/** Runs a Node script; its exit code, and everything it printed. */
function run(args: string[], env: Record<string, string> = {}) {
  const { RESULTS, ...inherited } = process.env;
  return new Promise<{ code: unknown; output: string }>((resolve) => {
    const options = { cwd: root, env: { ...inherited, ...env } };
    const child = execFile(process.execPath, args, options, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, output: stdout + stderr });
    });
  });
}

it.concurrent('names a browser test that never ends', async () => {
  const { code, output } = await run([`${folder}/run-in-browser.mjs`]);
  expect(output).toContain('"a file has a test that loops for ever" blocked the page for more than 3 s.');
  expect(output).toContain('0 passed, 1 failed');
  expect(code).toBe(1);
});

it.concurrent('names a test under Node that never ends', async () => {
  const { code, output } = await run([program('vitest'), 'run', '--root', folder], { HANG_LIMIT: '5000' });
  expect(output).toContain('node.ts › loops for ever blocked its process for more than 5 s.');
  expect(code).toBe(1);
});

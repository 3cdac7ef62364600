import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { program } from '../../scripts/program.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('hanging', import.meta.url));

/** Runs a Node script; resolves to its exit code and its output. */
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

it.concurrent('ends a part of a run that does not end by itself, and names it', async () => {
  const results = await mkdtemp(join(tmpdir(), 'agni-results-'));
  const script = `
    import { writeFileSync } from 'node:fs';
    import { TestRun } from '${root}scripts/test-run.mjs';
    const endless = '${results}/endless.mjs';
    const run = new TestRun({ isLive: true, folder: '${results}' });
    writeFileSync(endless, 'setInterval(() => {}, 1000)');
    await run.step('the endless part', (step) => step.check(endless), 300);
    await run.step('the next part', async (step) => step.add({ passed: 1 }));
    run.report();`;
  const { output } = await run(['--input-type=module', '--eval', script]);
  await rm(results, { recursive: true });
  expect(output).toMatch(/the endless part: failed \(\d+ s\)\nthe next part: ok/);
  expect(output).toMatch(/✗ .*endless\.mjs: did not end within 0\.005 minutes/);
  expect(output).toContain('1 passed, 1 failed');
});

it.concurrent('ends browsers when a signal ends their run', async () => {
  const script = `
    import { browserTests } from '${root}scripts/browser-tests.mjs';
    browserTests({ engines: [] });
    process.once('exit', () => console.log('browsers end'));
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => {}, 60_000);`;
  const { code, output } = await run(['--input-type=module', '--eval', script]);
  expect(output).toContain('browsers end');
  expect(code).toBe(1);
});

it.concurrent('names a test under Node that never ends', async () => {
  const { code, output } = await run([program('vitest'), 'run', '--root', folder], { HANG_LIMIT: '5000' });
  expect(output).toContain('node.ts › blocks for ever blocked its process for more than 5 s.');
  expect(code).toBe(1);
});

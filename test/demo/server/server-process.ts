import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { Api } from '../../sandbox/api.js';

const script = fileURLToPath(new URL('../../../.build/serve.js', import.meta.url));

/** A server in a separate process. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly api: Api;
  /** The output so far, including the log. */
  output: string;
  /** The exit code or the signal that ended the process. */
  readonly ended: Promise<number | string>;
}

/** Starts built servers for each test of a file, on a shared data folder that is empty at first; ends them afterwards. */
export function useServerProcesses() {
  const used = { data: '', start };
  let started: ServerProcess[] = [];

  beforeEach(() => {
    used.data = mkdtempSync(join(tmpdir(), 'agni-process-'));
  });
  afterEach(async () => {
    for (const { child, ended } of started) {
      child.kill('SIGKILL');
      await ended;
    }
    started = [];
    rmSync(used.data, { recursive: true, force: true });
  });

  /** Starts the built server as `npm start` does; settles when the server is ready or has ended. */
  async function start(variables: Record<string, string> = {}): Promise<ServerProcess> {
    const { TEST_DATABASE_URL, ...inherited } = process.env;
    const env = { ...inherited, DATA_DIR: used.data, PORT: '0', ...variables };
    const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
    const running: ServerProcess = { child, api: new Api(), output: '', ended };
    started.push(running);
    const ready = new Promise<void>((resolve) => {
      const read = (chunk: Buffer) => {
        running.output += chunk;
        const [, url] = /^Ready on (http:\S+)$/m.exec(running.output) ?? [];
        if (!url) return;
        running.api.url = url;
        resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
    });
    await Promise.race([ready, ended]);
    return running;
  }

  return used;
}

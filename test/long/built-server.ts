import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Api } from '../sandbox/api.js';

const script = fileURLToPath(new URL('../../.build/serve.js', import.meta.url));

/** The server as `npm start` runs it, in a separate process, on a folder that is kept after restarts. */
export class BuiltServer {
  readonly api = new Api();
  readonly #data = mkdtempSync(join(tmpdir(), 'agni-long-'));
  readonly #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;

  /** `environment` adds variables to those of every such server. */
  constructor(environment: NodeJS.ProcessEnv = {}) {
    this.#environment = environment;
  }

  /** Starts the server on a free port, later on the same port; resolves to the milliseconds until it was ready. */
  async start(): Promise<number> {
    const PORT = this.api.url ? new URL(this.api.url).port : '0';
    const begin = performance.now();
    const child = spawn(process.execPath, [script], {
      env: {
        ...process.env,
        ...{ PORT, HOST: '127.0.0.1', DATA_DIR: this.#data, DATABASE_URL: '', PUBLIC_URL: '' },
        ...this.#environment,
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#child = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /^Ready on (\S+)/.exec(line)?.[1];
      if (!url) continue;
      this.api.url = url;
      return performance.now() - begin;
    }
    throw new Error('The built server ended before it was ready; npm run build makes it');
  }

  /** Ends the server. SIGKILL leaves no time for a clean end. */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  /** Resident memory in megabytes. */
  memory(): number {
    const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(this.#child?.pid)], { encoding: 'utf8' });
    return Number(kilobytes) / 1024;
  }

  /** Removes the server's data. */
  remove() {
    rmSync(this.#data, { recursive: true, force: true });
  }
}

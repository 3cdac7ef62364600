import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';
import { unpackTarball } from '../tarball.js';

const run = promisify(execFile);

/** The result of a command that has ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A running command. */
export interface Running {
  child: ChildProcess;
  /** The output so far. */
  output: { stdout: string; stderr: string };
  ended: Promise<Ended>;
}

/** The package and its commands, installed as by a host. */
export class InstalledPackage {
  folder = '';
  readonly #running: Running[] = [];

  /**
   * Packs the built package, and installs it alone in an empty folder, so that a command that needs another package
   * fails. `npm rebuild` links the commands as `npm install` does, without a registry.
   */
  async install() {
    this.folder = mkdtempSync(join(tmpdir(), 'agni-packed-'));
    const unpacked = await unpackTarball(this.folder);
    mkdirSync(join(this.folder, 'node_modules'));
    renameSync(unpacked, join(this.folder, 'node_modules/agni-settings'));
    writeFileSync(join(this.folder, 'package.json'), JSON.stringify({ name: 'host', private: true }));
    await run('npm', ['rebuild', '--offline'], { cwd: this.folder });
  }

  /** Starts `agni-settings` with these arguments. `input` is its standard input. */
  start(args: readonly string[], { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {}) {
    const program = join(this.folder, 'node_modules/.bin/agni-settings');
    const child = spawn(program, args, { cwd: this.folder, env: { ...process.env, ...env } });
    child.stdin.end(input);
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (output.stdout += chunk));
    child.stderr.on('data', (chunk) => (output.stderr += chunk));
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output }));
    const running = { child, output, ended };
    this.#running.push(running);
    return running;
  }

  /** Runs `agni-settings` until it ends. */
  run(args: readonly string[], options?: { env?: Record<string, string>; input?: string }): Promise<Ended> {
    return this.start(args, options).ended;
  }

  /** Starts `agni-settings sandbox` on a free port; resolves to its address. */
  async sandbox(...options: string[]): Promise<Running & { url: string }> {
    const running = this.start(['sandbox', ...options, '--port', '0']);
    const url = await new Promise<string>((resolve, reject) => {
      running.child.stdout?.on('data', () => {
        const { stdout } = running.output;
        const [, address] = /^Ready on (\S+)/.exec(stdout) ?? [];
        if (address && stdout.endsWith('openapi.json\n')) resolve(address);
      });
      running.ended.then((ended) => reject(new Error(JSON.stringify(ended))));
    });
    return { ...running, url };
  }

  async remove() {
    for (const { child, ended } of this.#running) {
      child.kill('SIGKILL');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Installs the package for the tests of a file. */
export function usePackage(): InstalledPackage {
  const installed = new InstalledPackage();
  beforeAll(() => installed.install());
  afterAll(() => installed.remove());
  return installed;
}

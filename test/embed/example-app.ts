import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The folder of the example apps. */
export const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** Files of an example that a host would write, without package.json, lock files and generated files. */
export function ownFiles(example: string): string[] {
  return readdirSync(join(examples, example), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:[jt]sx?|vue|svelte|html|css)$/.test(file) && !file.startsWith('node_modules'),
  );
}

/** A free port. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves when a server answers; rejects if its process ends first. */
async function answers(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const isThere = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server of ${url} ended with ${server.exitCode}`);
}

/** A copy of an example outside of the repository, with the packed tarball and all other packages from the registry. */
export class ExampleApp {
  readonly #folder: string;
  #server: ChildProcess | undefined;

  /** Copies the example; its pages call this sandbox. */
  constructor(example: string, api: string) {
    this.#folder = mkdtempSync(join(tmpdir(), `agni-${example}-`));
    cpSync(join(examples, example), this.#folder, {
      recursive: true,
      filter: (path) => basename(path) !== 'node_modules',
    });
    for (const file of ownFiles(example)) this.edit(file, (text) => text.replaceAll('http://127.0.0.1:4310', api));
  }

  /** Changes a file, or creates it. */
  edit(file: string, change: (text: string) => string): void {
    const path = join(this.#folder, file);
    writeFileSync(path, change(existsSync(path) ? readFileSync(path, 'utf8') : ''));
  }

  /** Installs the packages of the example, with this tarball as the kit. */
  async install(tarball: string): Promise<void> {
    this.edit('package.json', (text) => text.replace(/("agni-settings": ")[^"]+/, `$1file:${tarball}`));
    await this.#npm('install', '--no-audit', '--no-fund');
  }

  /** Runs a script of the example, if it has a script of that name; rejects with the script's output. */
  async script(name: string): Promise<void> {
    await this.#npm('run', '--if-present', name);
  }

  /** Adds or replaces packages. */
  async add(...packages: readonly string[]): Promise<void> {
    await this.#npm('install', '--no-audit', '--no-fund', '--save-dev', ...packages);
  }

  async #npm(...args: readonly string[]): Promise<void> {
    await run('npm', args, { cwd: this.#folder, maxBuffer: 2 ** 25, env: this.#environment() }).catch((error) => {
      throw new Error(`npm ${args.join(' ')}\n${error.stdout}\n${error.stderr}`);
    });
  }

  #environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
    const { NODE_ENV, VITEST, ...environment } = process.env; // without vitest's variables
    return {
      ...environment,
      CI: '1',
      NG_CLI_ANALYTICS: 'false',
      NEXT_TELEMETRY_DISABLED: '1',
      ...more,
    } as NodeJS.ProcessEnv;
  }

  /** Starts a server of the example; resolves to its address. */
  async serve(script: string): Promise<string> {
    const port = String(await freePort());
    this.#server = spawn('npm', ['run', script, '--', '--port', port], {
      cwd: this.#folder,
      stdio: 'ignore',
      detached: true, // npm, the shell and the program are one process group, which can be ended together
      env: this.#environment({ PORT: port }),
    });
    const url = `http://localhost:${port}`;
    await answers(url, this.#server);
    return url;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server?.pid || server.exitCode !== null) return;
    process.kill(-server.pid, 'SIGKILL');
    await once(server, 'exit');
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

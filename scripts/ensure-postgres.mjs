// Starts a PostgreSQL for one run of the tests, from Debian's packages if none is installed. Its data is temporary.
//   node scripts/ensure-postgres.mjs    starts one, prints its address, and stops it when interrupted
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canInstall, install } from './apt.mjs';

const oldest = 15;

/** Major version of the PostgreSQL whose programs are in a folder; 0 if there is none. */
function versionIn(folder) {
  if (!['initdb', 'pg_ctl', 'postgres'].every((program) => existsSync(join(folder, program)))) return 0;
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

/** The folder of the newest installed PostgreSQL, or undefined. Debian's is not in PATH. */
function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const folders = [
    ...(existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []),
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
  ];
  const found = folders
    .map((folder) => ({ folder, version: versionIn(folder) }))
    .filter(({ version }) => version >= oldest)
    .sort((a, b) => b.version - a.version);
  return found[0]?.folder;
}

/** The system user that runs PostgreSQL, which refuses root. Undefined if this process is root and there is no such user. */
function owner() {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number.parseInt(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout, 10),
  );
  return Number.isNaN(uid) ? undefined : { uid, gid };
}

function run(program, args, identity) {
  const { status, error, stderr, stdout } = spawnSync(program, args, {
    ...identity,
    cwd: tmpdir(),
    // Output goes to a log: the server that pg_ctl leaves running would keep a pipe open.
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: 180_000,
  });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? (stderr || stdout || status)}`);
}

/** A port that is free at the moment. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a temporary PostgreSQL; installs it if that is needed and possible.
 * @returns {Promise<{ url: string, stop: () => void } | undefined>} undefined if it cannot be installed
 */
export async function startPostgres() {
  if (!findPostgres() && canInstall()) {
    console.log('Installing PostgreSQL …');
    install(['postgresql']);
  }
  const programs = findPostgres();
  const identity = owner();
  if (!programs || !identity) return undefined;

  const folder = mkdtempSync(join(tmpdir(), 'agni-postgres-'));
  if (identity.uid) chownSync(folder, identity.uid, identity.gid);
  const data = join(folder, 'data');
  const control = (...args) => run(join(programs, 'pg_ctl'), ['-D', data, '-w', ...args], identity);
  try {
    const port = await freePort();
    run(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'agni', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'],
      identity,
    );
    // The data is temporary, so no write waits for the disk.
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off`;
    control('-l', join(folder, 'log'), '-o', options, 'start');
    return {
      url: `postgres://agni@127.0.0.1:${port}/postgres`,
      stop() {
        try {
          control('-m', 'immediate', 'stop');
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const postgres = await startPostgres();
  if (postgres) {
    console.log(postgres.url);
    const stop = () => {
      postgres.stop();
      process.exit();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    setInterval(() => undefined, 2 ** 30); // keeps the process running until it is interrupted
  } else {
    console.log('PostgreSQL was left out: none is installed, and none could be.');
  }
}

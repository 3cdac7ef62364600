import { fileURLToPath } from 'node:url';
import { type RunningServer, stopOnSignal } from '../../demo/server/http-server.js';
import { startServer } from '../../demo/server/start-server.js';
import { StaticSite } from '../../demo/server/static-site.js';
import { platformRandom } from '../sandbox/crypto/digest.js';
import { pbkdf2Hasher } from '../sandbox/crypto/password-hasher.js';
import { memoryStore } from '../sandbox/db/memory-store.js';
import type { LogEntry } from '../sandbox/platform.js';
import { northwindSignIn } from '../sandbox/seed/northwind.js';
import { parseOptions, UsageError, wholeNumber } from './options.js';

const host = '127.0.0.1';
const defaultPort = 4310;

const help = `Usage: npx agni-settings sandbox [options]

Starts a stand-in for the API: all operations of the kit, with an invented workspace. The data are in
memory and end with the process. No mail is sent; /mailbox shows what would be.

Options:
  --port <number>    the port to listen on, 0 for any free port (default ${defaultPort})
  --users <number>   how many users the workspace has (default 8)
  --empty            no API keys, invitations and connections, and three users only
  --help             shows this text
`;

/** `agni-settings sandbox`: serves the sandbox until SIGTERM or SIGINT. Resolves to the exit code once it listens. */
export async function sandbox(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, {
    port: { type: 'string' },
    users: { type: 'string' },
    empty: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (positionals.length) throw new UsageError(`Unexpected "${positionals[0]}": sandbox takes options only.`);
  if (values.empty && values.users !== undefined) throw new UsageError('Choose one of --users and --empty.');
  const port = wholeNumber('port', values.port, defaultPort, [0, 65_535]);
  const users = values.users === undefined ? undefined : wholeNumber('users', values.users, 0, [3, 50_000]);
  const server = await start(port, { users, empty: values.empty });
  if (!server) {
    console.error(`Port ${port} is in use. Choose another one with --port, or 0 for any free port.`);
    return 1;
  }
  stopOnSignal(server); // before the first line is printed: a program that waits for it may then send a signal
  console.log(
    [
      `Ready on ${server.url}`,
      northwindSignIn,
      `Mail stays here, at ${server.url}/mailbox`,
      `The API is described at ${server.url}/docs/api/ and in ${server.url}/openapi.json`,
    ].join('\n'),
  );
  return 0;
}

/** Starts the server; `undefined` if the port is in use. */
async function start(
  port: number,
  seed: { users: number | undefined; empty: boolean | undefined },
): Promise<RunningServer | undefined> {
  try {
    return await startServer({
      host,
      port,
      seed,
      store: memoryStore(),
      passwordHasher: pbkdf2Hasher(platformRandom), // argon2 is a native module, which would have to be installed
      hasControl: true,
      sites: [['/', new StaticSite(fileURLToPath(new URL('site', import.meta.url)))]],
      log: logFailure,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw error;
  }
}

function logFailure(entry: LogEntry) {
  if (entry.event === 'failure') console.error(JSON.stringify(entry));
}

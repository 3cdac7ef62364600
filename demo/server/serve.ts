// The sandbox and the demo's pages, as `npm start` runs them.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../src/sandbox/db/store.js';
import { organizations, tables } from '../../src/sandbox/db/tables.js';
import type { LogEntry } from '../../src/sandbox/platform.js';
import { northwindSignIn } from '../../src/sandbox/seed/northwind.js';
import { argon2Hasher } from './argon2-hasher.js';
import { embeddedDatabase } from './embedded-database.js';
import { readEnvironment } from './environment.js';
import { stopOnSignal } from './http-server.js';
import { postgresDatabase } from './postgres-database.js';
import { smtpSender } from './smtp-sender.js';
import { openSqlStore } from './sql-store.js';
import { startServer } from './start-server.js';
import { StaticSite } from './static-site.js';

/** The root of the repository: this file is built to .build/serve.js. */
const root = fileURLToPath(new URL('..', import.meta.url));

/** Writes one line of JSON per entry. */
function log(entry: LogEntry) {
  console.error(JSON.stringify({ at: new Date().toISOString(), ...entry }));
}

async function main() {
  const { databaseUrl, dataFolder, smtpUrl, ...options } = readEnvironment(process.env);
  const database = databaseUrl
    ? postgresDatabase(databaseUrl, (error) => log({ event: 'database', message: error.message }))
    : embeddedDatabase(dataFolder);
  const store = await openSqlStore(database, tables);
  const sites = [
    ['/cdn/', new StaticSite(join(root, 'dist/cdn'), { isShared: true })],
    ['/docs/', new StaticSite(join(root, '.build/docs'))],
    ['/', new StaticSite(join(root, '.build/site'))],
  ] as const;
  const sender = smtpUrl ? smtpSender(smtpUrl, options.mailFrom) : undefined;
  const server = await startServer({ ...options, store, sender, passwordHasher: argon2Hasher(), sites, log });
  const mailbox = options.catchesMail && `Mail stays here, at ${server.url}/mailbox`;
  const lines = [
    `Ready on ${server.url}`,
    `Documentation at ${server.url}/docs/`,
    mailbox,
    await signInHint(store, options.hasControl),
  ];
  stopOnSignal(server, () => store.close()); // before the first line: a program may wait for it to send a signal
  console.log(lines.filter(Boolean).join('\n'));
}

/** The accounts to sign in with, or how to get one; `false` if users have accounts of their own. */
async function signInHint(store: Store, hasControl: boolean) {
  if (hasControl) return northwindSignIn;
  const count = await store.count(organizations, {});
  return (
    count === 0 &&
    'The database is empty, so no user can sign in. FIRST_OWNER=email invites an owner; SANDBOX_CONTROL=on creates a workspace to try.'
  );
}

main().catch((error: Error) => {
  // Only the message: a stack would hide it.
  console.error(error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message);
  process.exit(1);
});

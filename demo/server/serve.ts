// The sandbox and the demo's pages, as `npm start` runs them.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../src/sandbox/db/store.js';
import { organizations, tables } from '../../src/sandbox/db/tables.js';
import type { LogEntry } from '../../src/sandbox/http/log.js';
import { seededPassword } from '../../src/sandbox/seed/seed-workspace.js';
import { argon2Hasher } from './argon2-hasher.js';
import { embeddedDatabase } from './embedded-database.js';
import { readEnvironment } from './environment.js';
import { postgresDatabase } from './postgres-database.js';
import { SqlStore } from './sql-store.js';
import { startServer } from './start-server.js';
import { Site } from './static-site.js';

/** Milliseconds that requests under way get when the server is asked to stop. */
const patience = 4_500;

/** Built to .build/serve.js, beside which the site lies. */
const root = fileURLToPath(new URL('..', import.meta.url));

/** One line of JSON an event, whatever is in it. */
function log(entry: LogEntry) {
  console.error(JSON.stringify({ at: new Date().toISOString(), ...entry }));
}

async function main() {
  const { databaseUrl, dataFolder, ...options } = readEnvironment(process.env);
  const database = databaseUrl
    ? postgresDatabase(databaseUrl, (error) => log({ event: 'database', message: error.message }))
    : embeddedDatabase(dataFolder);
  const store = await SqlStore.open(database, tables);
  const hasher = argon2Hasher();
  const sites = [
    ['/cdn/', new Site(join(root, 'dist/cdn'), { isShared: true })],
    ['/', new Site(join(root, '.build/site'))],
  ] as const;
  const server = await startServer({ ...options, store, hasher, sites, log });
  const mailbox = options.catchesMail && `Mail stays here, at ${server.url}/mailbox`;
  const lines = [`Ready on ${server.url}`, mailbox, await whoCanSignIn(store, options.hasControl)];
  console.log(lines.filter(Boolean).join('\n'));

  const stop = async () => {
    await server.drain(patience);
    await store.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** What somebody who has just started the server needs to know; nothing where people have accounts of their own. */
async function whoCanSignIn(store: Store, hasControl: boolean) {
  if (hasControl) {
    const people = ['owner', 'admin', 'member'].map((name) => `${name}@northwind.example`);
    return `Sign in as ${people.join(', ')}; the password is ${seededPassword}`;
  }
  const count = await store.count(organizations, {});
  return (
    count === 0 &&
    'The database is empty, so nobody can sign in. FIRST_OWNER=e-mail invites an owner; SANDBOX_CONTROL=on makes a workspace to try.'
  );
}

main().catch((error: Error) => {
  // For whoever started it; a stack would only hide the sentence.
  console.error(error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message);
  process.exit(1);
});

import { MailCatcher } from '../src/sandbox/caught-mail.js';
import { platformRandom } from '../src/sandbox/digest.js';
import { Lab } from '../src/sandbox/lab.js';
import type { PasswordHasher } from '../src/sandbox/password-hasher.js';
import { createApp } from '../src/sandbox/sandbox.js';
import { northwindIds, seededPassword, seededTotpSecret, seedWorkspace } from '../src/sandbox/seed.js';
import type { LogEntry, Services } from '../src/sandbox/services.js';
import type { Rows, Store } from '../src/sandbox/store.js';
import { organizations } from '../src/sandbox/tables.js';
import { listen, nodeWire, type RunningServer, remoteAddress } from './http-server.js';
import type { Site } from './site.js';

/** What a server is started with. */
export interface ServerOptions {
  readonly store: Store;
  readonly hasher: PasswordHasher;
  readonly host: string;
  readonly port: number;
  readonly hasControl: boolean;
  readonly publicOrigin?: string | undefined;
  /** Files beside the API: by the path they begin with, the longest first. */
  readonly sites?: readonly (readonly [path: string, site: Site])[];
  readonly log: (entry: LogEntry) => void;
}

/** Starts the sandbox at an address, with Northwind Dental in it where tests may bend it. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, hasher, hasControl, publicOrigin, sites = [], log, host, port } = options;
  const catcher = new MailCatcher('no-reply@localhost');
  const { app, services } = createApp({
    store,
    hasher,
    sender: catcher,
    catcher,
    hasControl,
    publicOrigin,
    log,
    addressOf: remoteAddress,
    ...(hasControl ? { lab: new Lab(nodeWire) } : {}),
  });
  if (hasControl) await seedNorthwind(services);
  const fetch = async (request: Request, env: Parameters<Parameters<typeof listen>[0]>[1]) => {
    const { pathname } = new URL(request.url);
    const [prefix, site] = sites.find(([path]) => pathname.startsWith(path)) ?? [];
    const mayBeFile = ['GET', 'HEAD'].includes(request.method) && !pathname.startsWith('/api/');
    const file = prefix && mayBeFile && (await site?.answer(request, pathname.slice(prefix.length - 1)));
    return file || app.fetch(request, env);
  };
  return listen(fetch, { host, port });
}

/** Makes the workspace everybody knows, once. */
async function seedNorthwind({ store, hasher, sealing }: Services) {
  const isThere = (rows: Rows) => rows.get(organizations, northwindIds()());
  if (await isThere(store)) return;
  const secrets = {
    passwordHash: await hasher.hash(seededPassword),
    sealedTotpSecret: await sealing.seal(seededTotpSecret),
  };
  await store.transaction('seed', async (rows) => {
    if (await isThere(rows)) return; // another process was first
    await seedWorkspace({ rows, ...secrets, random: platformRandom, newId: northwindIds(), now: Date.now() });
  });
}

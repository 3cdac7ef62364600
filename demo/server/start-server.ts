import { createApp } from '../../src/sandbox/app.js';
import { platformRandom } from '../../src/sandbox/crypto/digest.js';
import type { PasswordHasher } from '../../src/sandbox/crypto/password-hasher.js';
import type { Rows, Store } from '../../src/sandbox/db/store.js';
import { organizations } from '../../src/sandbox/db/tables.js';
import type { LogEntry } from '../../src/sandbox/http/log.js';
import { isFromElsewhere } from '../../src/sandbox/http/request-origin.js';
import { MailNotSentError, type MailSender } from '../../src/sandbox/mail/mail.js';
import { MailCatcher } from '../../src/sandbox/mail/mail-catcher.js';
import {
  northwindIds,
  seededPassword,
  seededTotpSecret,
  seedWorkspace,
} from '../../src/sandbox/seed/seed-workspace.js';
import type { Services } from '../../src/sandbox/services.js';
import { Lab } from '../../src/sandbox/testing/test-controls.js';
import { inviteFirstOwner } from './first-owner.js';
import { listen, nodeWire, type RunningServer, remoteAddress } from './http-server.js';
import { mailboxPage } from './mailbox-page.js';
import { smtpSender } from './smtp-sender.js';
import type { Site } from './static-site.js';

/** What a server is started with. */
export interface ServerOptions {
  readonly store: Store;
  readonly hasher: PasswordHasher;
  readonly host: string;
  readonly port: number;
  readonly hasControl: boolean;
  readonly publicOrigin?: string | undefined;
  /** The mail server's address. */
  readonly smtpUrl?: string | undefined;
  /** Whether mails are caught where there is no mail server; else they can't be sent. */
  readonly catchesMail?: boolean;
  /** The address mails come from. */
  readonly mailFrom?: string;
  /** Who is invited to be the owner of the first workspace, where there is none yet. */
  readonly firstOwner?: string | undefined;
  /** Files beside the API: by the path they begin with, the longest first. */
  readonly sites?: readonly (readonly [path: string, site: Site])[];
  readonly log: (entry: LogEntry) => void;
}

/** Starts the sandbox at an address, with Northwind Dental in it where tests may bend it. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, hasher, hasControl, publicOrigin, sites = [], log, host, port } = options;
  const { smtpUrl, catchesMail = hasControl, mailFrom = 'no-reply@localhost', firstOwner } = options;
  const catcher = catchesMail && !smtpUrl ? new MailCatcher(mailFrom) : undefined;
  let ownUrl = '';
  const { app, services } = createApp({
    store,
    hasher,
    sender: smtpUrl ? smtpSender(smtpUrl, mailFrom) : (catcher ?? noSender),
    catcher,
    // Never what a request says it was sent to: whoever makes the request could lead the invited astray.
    signInUrl: () => `${publicOrigin ?? ownUrl}/`,
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
    const isReading = ['GET', 'HEAD'].includes(request.method);
    if (catcher && isReading && !isFromElsewhere(request, remoteAddress(env), publicOrigin)) {
      const page = mailboxPage(pathname, catcher);
      if (page) return page;
    }
    const mayBeFile = isReading && !pathname.startsWith('/api/');
    const file = prefix && mayBeFile && (await site?.answer(request, pathname.slice(prefix.length - 1)));
    return file || app.fetch(request, env);
  };
  const server = await listen(fetch, { host, port });
  ownUrl = server.url;
  try {
    if (firstOwner) await inviteFirstOwner(firstOwner, services);
  } catch (error) {
    await server.drain(0);
    throw error;
  }
  return server;
}

/** Where nobody but the server's operator could see a caught mail, none is. */
const noSender: MailSender = {
  send: () => Promise.reject(new MailNotSentError('no mail server')),
};

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

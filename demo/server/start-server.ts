import { createApp } from '../../src/sandbox/app.js';
import type { PasswordHasher } from '../../src/sandbox/crypto/password-hasher.js';
import type { Store } from '../../src/sandbox/db/store.js';
import { isForeignRequest } from '../../src/sandbox/http/request-origin.js';
import { MailNotSentError, type MailSender } from '../../src/sandbox/mail/mail.js';
import { MailCatcher } from '../../src/sandbox/mail/mail-catcher.js';
import type { LogEntry } from '../../src/sandbox/platform.js';
import { seedNorthwind } from '../../src/sandbox/seed/seed-workspace.js';
import { TestControls } from '../../src/sandbox/testing/test-controls.js';
import { inviteFirstOwner } from './first-owner.js';
import { listen, nodeConnection, type RunningServer, remoteAddress } from './http-server.js';
import { mailboxPage } from './mailbox-page.js';
import { smtpSender } from './smtp-sender.js';
import type { StaticSite } from './static-site.js';

/** How a server runs. */
export interface ServerOptions {
  readonly store: Store;
  readonly passwordHasher: PasswordHasher;
  readonly host: string;
  readonly port: number;
  /** Whether the control routes are served and Northwind Dental is seeded. */
  readonly hasControl: boolean;
  readonly publicOrigin?: string | undefined;
  readonly smtpUrl?: string | undefined;
  /** Whether mails are caught where there is no mail server; otherwise sending fails. Defaults to `hasControl`. */
  readonly catchesMail?: boolean;
  /** The sender's address of mails. */
  readonly mailFrom?: string;
  /** Email of the owner who is invited to a new organization, where the database has none. */
  readonly firstOwner?: string | undefined;
  /** Static files by path prefix, the longest prefix first. */
  readonly sites?: readonly (readonly [prefix: string, site: StaticSite])[];
  readonly log: (entry: LogEntry) => void;
}

/** Starts the sandbox as an HTTP server. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, passwordHasher, hasControl, publicOrigin, sites = [], log, host, port } = options;
  const { smtpUrl, catchesMail = hasControl, mailFrom = 'no-reply@localhost', firstOwner } = options;
  const mailCatcher = catchesMail && !smtpUrl ? new MailCatcher(mailFrom) : undefined;
  let ownUrl = '';
  const { app, services } = createApp({
    store,
    passwordHasher,
    sender: smtpUrl ? smtpSender(smtpUrl, mailFrom) : (mailCatcher ?? unavailableSender),
    mailCatcher,
    // Never the Host header of a request: an attacker could put a link to another site into the mail.
    signInUrl: () => `${publicOrigin ?? ownUrl}/`,
    hasControlRoutes: hasControl,
    publicOrigin,
    log,
    remoteAddress,
    ...(hasControl ? { testControls: new TestControls(nodeConnection) } : {}),
  });
  if (hasControl) await seedNorthwind(services);
  const fetch = async (request: Request, env: Parameters<Parameters<typeof listen>[0]>[1]) => {
    const { pathname } = new URL(request.url);
    const isRead = ['GET', 'HEAD'].includes(request.method);
    if (mailCatcher && isRead && !isForeignRequest(request, remoteAddress(env), publicOrigin)) {
      const page = mailboxPage(pathname, mailCatcher);
      if (page) return page;
    }
    const [prefix = '', site] = sites.find(([path]) => pathname.startsWith(path)) ?? [];
    const isFile = isRead && !pathname.startsWith('/api/');
    const file = isFile && (await site?.serve(request, pathname.slice(prefix.length - 1)));
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

/** For a server without a mail server, where only its operator could read caught mails. */
const unavailableSender: MailSender = {
  send: () => Promise.reject(new MailNotSentError('no mail server')),
};

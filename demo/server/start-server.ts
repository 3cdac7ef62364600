import { createApp } from '../../src/sandbox/app.js';
import type { PasswordHasher } from '../../src/sandbox/crypto/password-hasher.js';
import { purgeExpired } from '../../src/sandbox/db/purge.js';
import type { Store } from '../../src/sandbox/db/store.js';
import { isForeignRequest } from '../../src/sandbox/http/request-origin.js';
import { MailNotSentError, type MailSender } from '../../src/sandbox/mail/mail.js';
import { MailCatcher } from '../../src/sandbox/mail/mail-catcher.js';
import { openApiDocument } from '../../src/sandbox/openapi.js';
import type { LogEntry } from '../../src/sandbox/platform.js';
import { seedNorthwind } from '../../src/sandbox/seed/northwind.js';
import type { SeedOptions } from '../../src/sandbox/seed/seed-workspace.js';
import { TestControls } from '../../src/sandbox/testing/test-controls.js';
import { type ApiDocument, apiPage } from './api-page.js';
import { clientAddress } from './client-address.js';
import type { Environment } from './environment.js';
import { inviteFirstOwner } from './first-owner.js';
import { connectionAddress, listen, nodeConnection, type RunningServer } from './http-server.js';
import { mailboxPage } from './mailbox-page.js';
import type { StaticSite } from './static-site.js';

/** Milliseconds between two deletions of expired rows. */
const purgeIntervalMs = 3_600_000;

/** Options of {@link startServer}. */
export interface ServerOptions
  extends Pick<Environment, 'host' | 'port' | 'hasControl'>,
    Partial<Pick<Environment, 'publicUrl' | 'trustedProxies' | 'mailFrom' | 'firstOwner' | 'catchesMail'>> {
  readonly store: Store;
  readonly passwordHasher: PasswordHasher;
  /** Sends mails; without a sender, mails are caught or refused. */
  readonly sender?: MailSender | undefined;
  /** The content of Northwind Dental, if `hasControl` seeds it. */
  readonly seed?: SeedOptions;
  /** Static files by path prefix, the longest prefix first. */
  readonly sites?: readonly (readonly [prefix: string, site: StaticSite])[];
  readonly log: (entry: LogEntry) => void;
}

/** Starts the sandbox as an HTTP server. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, passwordHasher, hasControl, publicUrl, trustedProxies, sites = [], log, host, port } = options;
  const { sender, catchesMail = hasControl, mailFrom = 'no-reply@localhost', firstOwner } = options;
  const mailCatcher = catchesMail && !sender ? new MailCatcher(mailFrom) : undefined;
  let ownUrl = '';
  const { app, services } = createApp({
    store,
    passwordHasher,
    sender: sender ?? mailCatcher ?? unavailableSender,
    mailCatcher,
    // Never the Host header of a request: an attacker could put a link to another site into the mail.
    signInUrl: () => `${publicUrl ?? ownUrl}/`,
    hasControlRoutes: hasControl,
    publicUrl,
    log,
    connectionAddress,
    clientAddress: (request, env) =>
      clientAddress(connectionAddress(env), request.headers.get('x-forwarded-for'), trustedProxies),
    ...(hasControl ? { testControls: new TestControls(nodeConnection) } : {}),
  });
  if (hasControl) await seedNorthwind(services, options.seed);
  const fetch = async (request: Request, env: Parameters<Parameters<typeof listen>[0]>[1]) => {
    const { pathname } = new URL(request.url);
    const isRead = ['GET', 'HEAD'].includes(request.method);
    if (mailCatcher && isRead && !isForeignRequest(request, connectionAddress(env), services.publicOrigin)) {
      const page = mailboxPage(pathname, mailCatcher, services.publicPath);
      if (page) return page;
    }
    const [prefix = '', site] = sites.find(([path]) => `${pathname}/`.startsWith(path)) ?? [];
    const isFile = isRead && !pathname.startsWith('/api/');
    const file = isFile && (await site?.serve(request, pathname.slice(prefix.length - 1)));
    if (file) return file;
    if (isRead && ['/docs/api', '/docs/api/'].includes(pathname))
      return apiPage(openApiDocument() as ApiDocument, services.publicPath);
    return app.fetch(request, env);
  };
  const server = await listen(fetch, { host, port });
  ownUrl = server.url;
  try {
    if (firstOwner) await inviteFirstOwner(firstOwner, services);
  } catch (error) {
    await server.drain(0);
    throw error;
  }
  const purge = () =>
    purgeExpired(services.store, Date.now()).catch(({ message }: Error) =>
      log({ event: 'purge_failed', reason: message }),
    );
  let purging = purge();
  const timer = setInterval(() => {
    purging = purge();
  }, purgeIntervalMs);
  return {
    ...server,
    async drain(timeoutMs) {
      clearInterval(timer);
      await server.drain(timeoutMs);
      await purging;
    },
  };
}

/** Refuses mails: for a server that has no mail server and must not show caught mails. */
const unavailableSender: MailSender = {
  send: () => Promise.reject(new MailNotSentError('no mail server')),
};

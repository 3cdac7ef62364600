import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { agentRoutes } from './agents/agent-routes.js';
import { apiKeyRoutes } from './api-keys/api-key-routes.js';
import { createAccessTokens } from './auth/access-tokens.js';
import { AttemptLimiter } from './auth/attempt-limiter.js';
import { authRoutes } from './auth/auth-routes.js';
import { Challenges } from './auth/challenges.js';
import { passwordRoutes } from './auth/password-routes.js';
import { sessionRoutes } from './auth/session-routes.js';
import { SessionService } from './auth/session-service.js';
import { twoFactorRoutes } from './auth/two-factor-routes.js';
import { TwoFactorService } from './auth/two-factor-service.js';
import { calcomAgentRoutes } from './calcom/calcom-agent-routes.js';
import { calcomRoutes } from './calcom/calcom-routes.js';
import { platformRandom, type RandomBytes } from './crypto/digest.js';
import { createEncryption } from './crypto/encryption.js';
import type { PasswordHasher } from './crypto/password-hasher.js';
import { serverSecret } from './crypto/server-secret.js';
import { uuidV7 } from './crypto/uuid.js';
import { type Store, StoreUnavailableError } from './db/store.js';
import { ghlAuthorizationRoutes, ghlConsentPages } from './ghl/ghl-consent-routes.js';
import { ghlRoutes } from './ghl/ghl-routes.js';
import { healthRoutes } from './http/health-routes.js';
import { errorBody, HttpError, notFound } from './http/http-error.js';
import { maxBodyBytes } from './http/request-body.js';
import { collectRoutes, type SandboxContext, type Variables } from './http/route.js';
import type { MailSender } from './mail/mail.js';
import type { MailCatcher } from './mail/mail-catcher.js';
import { openApiDocument } from './openapi.js';
import { organizationRoutes } from './organizations/organization-routes.js';
import type { LogEntry, Platform } from './platform.js';
import type { Services } from './services.js';
import { controlRoutes } from './testing/control-routes.js';
import { ConnectionDroppedError, type TestControls } from './testing/test-controls.js';
import { testControlsMiddleware } from './testing/test-controls-middleware.js';
import { CredentialNotices } from './users/credential-notices.js';
import { invitationRoutes } from './users/invitation-routes.js';
import { InvitationService } from './users/invitation-service.js';
import { profileRoutes } from './users/profile-routes.js';
import { UserDirectory } from './users/user-directory.js';
import { userRoutes } from './users/user-routes.js';
import { userVersioningStore } from './users/user-versioning-store.js';

/** Options of {@link createApp}. */
export interface AppOptions {
  store: Store;
  passwordHasher: PasswordHasher;
  sender: MailSender;
  /** Gives the control routes the caught mails; left out if mails are sent. */
  mailCatcher?: MailCatcher | undefined;
  /** The address of the sign-in page in mails. */
  signInUrl?: () => string;
  now?: () => number;
  random?: RandomBytes;
  /** Receives one entry per event and failure, without secrets. */
  log?: (entry: LogEntry) => void;
  testControls?: TestControls;
  /** Whether `/__sandbox/…` is served; needs `testControls`. */
  hasControlRoutes?: boolean;
  /** The server's URL in browsers, if a proxy changes it: an origin, possibly with a path. */
  publicUrl?: string | undefined;
  clientAddress?: Services['clientAddress'];
  connectionAddress?: Services['connectionAddress'];
}

/** Creates the API as a Hono app: `app.fetch(request, env)` replies to a request. */
export function createApp(options: AppOptions): { app: Hono<{ Variables: Variables }>; services: Services } {
  const services = createServices(options);
  const { testControls, mailCatcher } = options;
  const app = new Hono<{ Variables: Variables }>();

  app.use(requestId({ generator: () => services.newId() }));
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      xFrameOptions: 'DENY',
      strictTransportSecurity: false, // the proxy in front decides
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: false,
      overwrite: false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  // Pages of any origin may call the API with a token; cookies are accepted from the server's own origin only.
  for (const path of ['/api/v1/*', '/health', '/ready', '/openapi.json']) {
    app.use(path, cors({ origin: '*', exposeHeaders: ['Date', 'Retry-After', 'X-Request-Id'], maxAge: 600 }));
  }
  const tooLarge = new HttpError(413, 'PAYLOAD_TOO_LARGE', 'The body is too large.');
  app.use(bodyLimit({ maxSize: maxBodyBytes, onError: (c) => sendError(c, tooLarge) }));
  if (testControls) app.use(testControlsMiddleware(services, testControls));

  const { route, register } = collectRoutes(services);
  organizationRoutes(route);
  profileRoutes(route);
  userRoutes(route, services);
  invitationRoutes(route, services);
  authRoutes(route, services);
  passwordRoutes(route, services);
  twoFactorRoutes(route, services);
  sessionRoutes(route, services);
  apiKeyRoutes(route, services);
  agentRoutes(route, services);
  calcomRoutes(route, services);
  calcomAgentRoutes(route, services);
  ghlRoutes(route, services);
  ghlAuthorizationRoutes(route, services);
  healthRoutes(route, services);
  register(app);

  let document: object | undefined;
  app.get('/openapi.json', (c) => {
    document ??= openApiDocument();
    return c.json(document);
  });
  if (testControls && options.hasControlRoutes) {
    app.route('/__sandbox', controlRoutes(services, testControls, mailCatcher));
  }
  app.route('/ghl', ghlConsentPages(services));

  app.notFound((c) => sendError(c, notFound()));
  app.onError((error, c) => {
    if (error instanceof ConnectionDroppedError) throw error;
    return sendError(c, toHttpError(error, c, services));
  });
  return { app, services };
}

function createServices(options: AppOptions): Services {
  const { passwordHasher, sender, testControls, publicUrl, random = platformRandom } = options;
  const now = (organizationId?: string) =>
    (options.now?.() ?? Date.now()) +
    (organizationId === undefined ? 0 : (testControls?.clockOffset(organizationId) ?? 0));
  const newId = (organizationId?: string) => uuidV7(now(organizationId), random);
  const store = userVersioningStore(options.store, newId);
  const log = options.log ?? (() => undefined);
  const encryption = createEncryption(serverSecret(store, random, 'encryption_secret'), random);
  const platform: Platform = { store, passwordHasher, encryption, random, now, newId, log };
  const accessTokens = createAccessTokens(serverSecret(store, random, 'token_secret'));
  const signInUrl = options.signInUrl ?? (() => 'https://app.ravan.ai/');
  return {
    ...platform,
    accessTokens,
    sessions: new SessionService(platform, accessTokens),
    attemptLimiter: new AttemptLimiter(platform),
    challenges: new Challenges(platform),
    twoFactor: new TwoFactorService(platform),
    invitations: new InvitationService(platform, { sender, signInUrl }),
    notices: new CredentialNotices(platform, sender),
    userDirectory: new UserDirectory(store),
    clientAddress: options.clientAddress ?? (() => ''),
    connectionAddress: options.connectionAddress ?? (() => ''),
    publicOrigin: publicUrl && new URL(publicUrl).origin,
    publicPath: publicUrl ? new URL(publicUrl).pathname.replace(/\/+$/, '') : '',
  };
}

function sendError(c: SandboxContext, error: HttpError) {
  for (const [name, value] of Object.entries(error.headers)) c.header(name, value);
  return c.json(errorBody(error, c.get('operation')), error.status as 400);
}

/** The error that the client gets. Unexpected errors are logged; the client gets only the request id. */
function toHttpError(error: Error, c: SandboxContext, { log }: Services): HttpError {
  if (error instanceof HttpError) return error;
  const requestId = c.get('requestId');
  log({ event: 'failure', requestId, method: c.req.method, path: c.req.path, stack: stackOf(error) });
  if (error instanceof StoreUnavailableError) {
    return new HttpError(503, 'SERVICE_UNAVAILABLE', 'The server is temporarily unavailable. Try again in a moment.', {
      headers: { 'Retry-After': '2' },
    });
  }
  return new HttpError(500, 'INTERNAL_ERROR', 'Something went wrong. Try again later.', {
    details: { request_id: requestId },
  });
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.stack ?? error.message}${error.cause ? `\ncaused by ${stackOf(error.cause)}` : ''}`;
}

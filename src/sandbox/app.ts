import { Hono } from 'hono';
import { apiKeyRoutes } from './api-keys/api-key-routes.js';
import { AccessTokens } from './auth/access-tokens.js';
import { Attempts } from './auth/attempts.js';
import { authRoutes } from './auth/auth-routes.js';
import { Challenges } from './auth/challenges.js';
import { passwordRoutes } from './auth/password-routes.js';
import { SecondFactors } from './auth/second-factors.js';
import { sessionRoutes } from './auth/session-routes.js';
import { Sessions } from './auth/session-service.js';
import { twoFactorRoutes } from './auth/two-factor-routes.js';
import { calcomAgentRoutes } from './calcom/calcom-agent-routes.js';
import { calcomRoutes } from './calcom/calcom-routes.js';
import { platformRandom, type Random } from './crypto/digest.js';
import { Sealing } from './crypto/encryption.js';
import type { PasswordHasher } from './crypto/password-hasher.js';
import { ServerSecret } from './crypto/server-secret.js';
import { uuidV7 } from './crypto/uuid.js';
import { NotUniqueError, type Store, StoreUnavailableError } from './db/store.js';
import { ghlAuthorizationRoutes, ghlConsentPages } from './ghl/ghl-consent-routes.js';
import { ghlRoutes } from './ghl/ghl-routes.js';
import { healthRoutes } from './http/health-routes.js';
import { conflict, notFound, Refusal, refusalBody } from './http/http-error.js';
import type { LogEntry } from './http/log.js';
import { readJson } from './http/request-body.js';
import { collectRoutes, type SandboxContext, type Variables } from './http/route.js';
import type { MailSender } from './mail/mail.js';
import type { MailCatcher } from './mail/mail-catcher.js';
import { openApiDocument } from './openapi.js';
import { agentRoutes } from './organizations/agent-routes.js';
import { organizationRoutes } from './organizations/organization-routes.js';
import type { Services } from './services.js';
import { controlRoutes } from './testing/control-routes.js';
import type { Lab } from './testing/test-controls.js';
import { labMiddleware } from './testing/test-controls-middleware.js';
import { invitationRoutes } from './users/invitation-routes.js';
import { Invitations } from './users/invitation-service.js';
import { userRoutes } from './users/profile-routes.js';
import { PeopleDirectory } from './users/user-directory.js';
import { memberRoutes } from './users/user-routes.js';
import { PeopleStore } from './users/user-versioning-store.js';

/** What a sandbox stands on. Only `store`, `hasher` and `sender` have no default. */
export interface SandboxOptions {
  store: Store;
  hasher: PasswordHasher;
  sender: MailSender;
  /** Shows the mails that stayed here to the control routes; none where a mail server has them. */
  catcher?: MailCatcher | undefined;
  /** Where people sign in, as mails say it. */
  signInUrl?: () => string;
  /** Milliseconds since 1970. */
  now?: () => number;
  random?: Random;
  /** Gets a line about every failure of the server itself, and nothing that's secret. */
  log?: (entry: LogEntry) => void;
  /** Lets tests bend clock and answers. */
  lab?: Lab;
  /** Whether `/__sandbox/…` is served; it needs a `lab`. */
  hasControl?: boolean;
  publicOrigin?: string | undefined;
  addressOf?: (env: unknown) => string;
}

/** What every answer says of itself, unless a page knows better. */
const usualHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
};

/** The API's server as a Hono app, where `app.fetch(request, env)` answers; and what its routes stand on. */
export function createApp(options: SandboxOptions): { app: Hono<{ Variables: Variables }>; services: Services } {
  const services = servicesOf(options);
  const app = new Hono<{ Variables: Variables }>();

  app.use(async (c, next) => {
    c.set('requestId', services.newId());
    let body: Promise<unknown> | undefined;
    c.set('readBody', () => {
      body ??= readJson(c.req.raw);
      return body;
    });
    await next();
  });
  if (options.lab) app.use(labMiddleware(services, options.lab));
  app.use(async (c, next) => {
    await next();
    c.header('X-Request-Id', c.get('requestId'));
    for (const [name, value] of Object.entries(usualHeaders)) {
      if (!c.res.headers.has(name)) c.header(name, value);
    }
    if (isOpenToOrigins(c.req.path)) allowOrigins(c);
  });

  app.options('/api/v1/*', (c) => c.body(null, 204));
  const { route, register } = collectRoutes(services);
  organizationRoutes(route, services);
  userRoutes(route, services);
  memberRoutes(route, services);
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
  if (options.lab && options.hasControl) app.route('/__sandbox', controlRoutes(services, options.lab, options.catcher));
  app.route('/ghl', ghlConsentPages(services));

  app.notFound((c) => refuse(c, notFound()));
  app.onError((error, c) => refuse(c, refusalOf(error, c, services)));
  return { app, services };
}

function servicesOf(options: SandboxOptions): Services {
  const { hasher, sender, lab, publicOrigin, random = platformRandom } = options;
  const now = (organizationId?: string) =>
    (options.now?.() ?? Date.now()) + (organizationId === undefined ? 0 : (lab?.clockOffset(organizationId) ?? 0));
  const newId = (organizationId?: string) => uuidV7(now(organizationId), random);
  const store = new PeopleStore(options.store, newId);
  const log = options.log ?? (() => undefined);
  const tokens = new AccessTokens(new ServerSecret(store, random, 'token_secret'));
  const sessions = new Sessions({ store, tokens, random, now, newId, log });
  const signInUrl = options.signInUrl ?? (() => 'https://app.ravan.ai/');
  const sealing = new Sealing(new ServerSecret(store, random, 'sealing_secret'), random);
  return {
    store,
    people: new PeopleDirectory(store),
    hasher,
    tokens,
    sealing,
    sessions,
    attempts: new Attempts(store, log),
    challenges: new Challenges(store, random),
    secondFactors: new SecondFactors({ store, hasher, random, sealing, newId }),
    invitations: new Invitations({ store, hasher, random, sender, signInUrl, now, newId, log }),
    lab,
    random,
    now,
    newId,
    log,
    addressOf: options.addressOf ?? (() => ''),
    publicOrigin,
  };
}

/** The contract may be called from any page: it takes tokens there, never cookies. */
function isOpenToOrigins(path: string) {
  return path.startsWith('/api/v1/') || path === '/health' || path === '/ready' || path === '/openapi.json';
}

function allowOrigins(c: SandboxContext) {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id');
  if (c.req.method !== 'OPTIONS') return;
  const asked = c.req.header('access-control-request-headers') ?? '';
  // Named one by one, since a star doesn't stand for Authorization.
  const others = asked.split(',').map((name) => name.trim().toLowerCase());
  const allowed = new Set([
    'authorization',
    'content-type',
    'x-api-key',
    ...others.filter((name) => /^[\w-]+$/.test(name)),
  ]);
  c.header('Access-Control-Allow-Headers', [...allowed].join(', '));
  c.header('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE');
  c.header('Access-Control-Max-Age', '600');
}

function refuse(c: SandboxContext, refusal: Refusal) {
  for (const [name, value] of Object.entries(refusal.headers)) c.header(name, value);
  return c.json(refusalBody(refusal, c.get('operation')), refusal.status as 400);
}

/** What the outside may know of a failure. */
function refusalOf(error: Error, c: SandboxContext, { log }: Services): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof NotUniqueError) return conflict('There is one like it already');
  const requestId = c.get('requestId');
  log({ event: 'failure', requestId, method: c.req.method, path: c.req.path, stack: stackOf(error) });
  if (error instanceof StoreUnavailableError) {
    return new Refusal(503, 'SERVICE_UNAVAILABLE', 'Try again in a moment', { headers: { 'Retry-After': '2' } });
  }
  return new Refusal(500, 'INTERNAL_ERROR', 'Something went wrong here', { details: { request_id: requestId } });
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.stack ?? error.message}${error.cause ? `\ncaused by ${stackOf(error.cause)}` : ''}`;
}

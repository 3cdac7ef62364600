import type { MiddlewareHandler } from 'hono';
import { decodeJwt } from 'jose';
import { codeOfStatus } from '../../contract/fault.js';
import { isObject } from '../../contract/json.js';
import { sessionCookies } from '../auth/session-cookies.js';
import { apiKeys, users } from '../db/tables.js';
import { errorBody, HttpError } from '../http/http-error.js';
import { readJson } from '../http/request-body.js';
import type { SandboxContext, Variables } from '../http/route.js';
import { toEmailKey } from '../mail/email-key.js';
import type { Services } from '../services.js';
import type { ResponseOverride } from './response-overrides.js';
import type { TestControls } from './test-controls.js';

/** Logs the requests of organizations, and applies overrides. */
export function testControlsMiddleware(
  services: Services,
  { soleOrganizationId, requests, overrides, connection }: TestControls,
): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    const { path, method } = c.req;
    // Health probes belong to no organization.
    if (!path.startsWith('/api/') && soleOrganizationId === undefined) return next();
    const body = await readJson(c.req).catch(() => undefined); // the route answers 400 to an invalid body
    const organizationId = soleOrganizationId ?? (await organizationOf(c, body, services));
    const entry = organizationId && requests.add(organizationId, { method, url: new URL(c.req.url), body });
    const override = overrides.take(organizationId, method, path) ?? {};

    if (override.delayMs) await wait(override.delayMs, c.req.raw.signal);
    if (override.isDropped) {
      c.res = connection.drop(c.env);
      return;
    }
    if (override.status === undefined && override.body === undefined) await next();
    else c.res = replyOf(override);
    c.res.headers.set('Date', new Date(services.now(organizationId)).toUTCString());
    for (const [name, value] of Object.entries(override.headers ?? {})) c.res.headers.set(name, value);
    if (override.isTruncated) c.res = await connection.truncate(c.res, c.env);
    else if (entry) entry.status = c.res.status;
  };
}

function replyOf({ status = 200, body }: ResponseOverride) {
  if ([204, 205, 304].includes(status) || (status < 400 && body === undefined)) return new Response(null, { status });
  if (typeof body === 'string') return new Response(body, { status });
  const error = new HttpError(status, codeOfStatus(status), 'This reply was requested by a test');
  return Response.json(body === undefined ? errorBody(error) : body, { status });
}

/** Waits; resolves early if the client closes the connection. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The organization of a request, even if its credential is no longer valid. */
async function organizationOf(c: SandboxContext, body: unknown, services: Services): Promise<string | undefined> {
  const { store, sessions, challenges, publicOrigin } = services;
  const key = c.req.header('x-api-key');
  if (key) {
    const [known] = await store.find(apiKeys, { prefix: key.split('_').slice(0, 2).join('_') });
    if (known) return known.organization_id;
  }
  const cookies = sessionCookies(publicOrigin);
  const bearer = c.req.header('authorization')?.replace(/^Bearer +/i, '');
  const fromToken = organizationIn(bearer ?? cookies.read(c, 'access'));
  if (fromToken) return fromToken;
  const named = isObject(body) ? body : {};
  const refreshToken = named.refresh_token ?? cookies.read(c, 'refresh');
  if (typeof refreshToken === 'string') return sessions.organizationOf(refreshToken);
  if (typeof named.challenge_token === 'string') return challenges.organizationOf(named.challenge_token);
  if (typeof named.email === 'string') {
    const [known] = await store.find(users, { email_key: toEmailKey(named.email) });
    return known?.organization_id;
  }
  const id = named.org_id ?? c.req.query('org_id') ?? c.req.query('organization_id');
  return typeof id === 'string' ? id.toLowerCase() : undefined;
}

function organizationIn(token: string | undefined) {
  try {
    const { org } = decodeJwt(token ?? '');
    return typeof org === 'string' ? org : undefined;
  } catch {
    return undefined; // not a JWT; authentication answers 401
  }
}

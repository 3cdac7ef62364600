import type { MiddlewareHandler } from 'hono';
import { decodeJwt } from 'jose';
import { codeOfStatus } from '../../contract/fault.js';
import { isObject } from '../../contract/json.js';
import { SessionCookies } from '../auth/session-cookies.js';
import { apiKeys, users } from '../db/tables.js';
import { Refusal, refusalBody } from '../http/http-error.js';
import type { SandboxContext, Variables } from '../http/route.js';
import { emailKeyOf } from '../mail/email-key.js';
import type { Services } from '../services.js';
import type { Fault } from './faults.js';
import type { Lab } from './test-controls.js';

/** Notes every request of a workspace, and lets it meet the fault that waits for it. */
export function labMiddleware(services: Services, lab: Lab): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    const { path, method } = c.req;
    // Probes must not wait for anything, and what a browser asks beforehand is no request of a workspace.
    const isCounted = path.startsWith('/api/') || lab.soleOrganizationId !== undefined;
    if (!isCounted || method === 'OPTIONS') return next();
    // What is wrong with a body is the route's to say.
    const body = await c
      .get('readBody')()
      .catch(() => undefined);
    const organizationId = lab.soleOrganizationId ?? (await organizationOf(c, body, services));
    const entry = organizationId && lab.requests.add(organizationId, { method, url: new URL(c.req.url), body });
    const fault = lab.faults.take(organizationId, method, path);
    const broken = fault && (await meet(c, fault, lab, next));
    if (!fault) await next();
    if (broken) {
      c.res = undefined; // else the headers of the real answer would be added to it
      c.res = broken;
    } else if (entry) {
      entry.status = c.res.status;
    }
    return undefined;
  };
}

/** Answers with the fault; with a response where nothing may be added to it. */
async function meet(c: SandboxContext, fault: Fault, lab: Lab, next: () => Promise<void>) {
  if (fault.delayMs) await pause(fault.delayMs, c.req.raw.signal);
  if (fault.isDropped) return lab.wire.drop(c.env);
  if (fault.status === undefined && fault.body === undefined) await next();
  else c.res = cannedAnswer(fault);
  for (const [name, value] of Object.entries(fault.headers ?? {})) c.res.headers.set(name, value);
  if (fault.isTruncated) return lab.wire.truncate(c.res, c.env);
  return undefined;
}

function cannedAnswer({ status = 200, body }: Fault) {
  const headers = {
    // As with the real answer: any page may read it, and nobody keeps it.
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Retry-After, X-Request-Id',
    'Cache-Control': 'no-store',
  };
  if ([204, 205, 304].includes(status) || (status < 400 && body === undefined)) {
    return new Response(null, { status, headers });
  }
  if (typeof body === 'string') return new Response(body, { status, headers });
  const refusal = new Refusal(status, codeOfStatus(status), 'This was asked for');
  return Response.json(body === undefined ? refusalBody(refusal) : body, { status, headers });
}

/** Waits, unless nobody waits for the answer any more. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The workspace a request belongs to, also where its credentials are good for nothing any more. */
async function organizationOf(c: SandboxContext, body: unknown, services: Services): Promise<string | undefined> {
  const { store, sessions, challenges, publicOrigin } = services;
  const key = c.req.header('x-api-key');
  if (key) {
    const [known] = await store.find(apiKeys, { prefix: key.split('_').slice(0, 2).join('_') });
    if (known) return known.organization_id;
  }
  const cookies = new SessionCookies(publicOrigin);
  const bearer = c.req.header('authorization')?.replace(/^Bearer +/i, '');
  const fromToken = organizationIn(bearer ?? cookies.read(c, 'access'));
  if (fromToken) return fromToken;
  const named = isObject(body) ? body : {};
  const refreshToken = named.refresh_token ?? cookies.read(c, 'refresh');
  if (typeof refreshToken === 'string') return sessions.organizationOf(refreshToken);
  if (typeof named.challenge_token === 'string') return challenges.organizationOf(named.challenge_token);
  if (typeof named.email === 'string') {
    const [known] = await store.find(users, { email_key: emailKeyOf(named.email) });
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
    return undefined; // not one of ours; whoever checks credentials says so
  }
}

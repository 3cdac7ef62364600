import type { Context } from 'hono';
import type { Endpoint } from '../../contract/endpoint.js';
import { authenticateApiKey, callerOfKey } from '../api-keys/api-key-secrets.js';
import type { Rows } from '../db/store.js';
import { apiKeys, organizations, sessions, users } from '../db/tables.js';
import { forbidden, HttpError, unauthorized } from '../http/http-error.js';
import { isCrossOrigin, isSameOrigin } from '../http/request-origin.js';
import type { Services } from '../services.js';
import type { ApiKeyCaller, UserCaller } from './caller.js';
import { sessionCookies } from './session-cookies.js';

/**
 * Authenticates a request by the credentials that the operation accepts; `null` if it needs none. Sessions, keys and
 * users are read from the store for every request, so that revoking one takes effect immediately. Throws 401 or 403.
 */
export async function authenticate(
  c: Context,
  operation: Endpoint,
  services: Services,
): Promise<UserCaller | ApiKeyCaller | null> {
  if (operation.auth === 'none') return null;
  const authorization = c.req.header('authorization');
  const key = c.req.header('x-api-key');
  if (key !== undefined && (operation.auth !== 'user' || authorization === undefined)) {
    const caller = await authenticateApiKey(key, services);
    if (operation.auth === 'user') throw forbidden('This operation needs a signed-in user. API keys are not accepted.');
    return caller;
  }
  if (authorization !== undefined) {
    const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization) ?? [];
    return authenticateUser(token, services);
  }
  const token = sessionCookies(services.publicOrigin).read(c, 'access');
  if (token !== undefined) requireSameOrigin(c, services);
  return authenticateUser(token, services);
}

/** Throws 403 for a request with cookies from a page of another origin; writes must also name their origin (CSRF). */
export function requireSameOrigin(c: Context, { publicOrigin }: Services): void {
  const isRead = ['GET', 'HEAD'].includes(c.req.method);
  const isAllowed = isRead ? !isCrossOrigin(c.req.raw, publicOrigin) : isSameOrigin(c.req.raw, publicOrigin);
  if (!isAllowed) throw forbidden('Cookies are accepted only from pages of this origin.');
}

/**
 * Reads the caller again within a transaction that writes for the caller: the session or key may have been revoked, or
 * the role changed, since the request was authenticated. Throws 401 or 403.
 */
export function readAgain<Caller extends UserCaller | ApiKeyCaller>(
  rows: Rows,
  caller: Caller,
  services: Services,
): Promise<Caller>;
export async function readAgain(rows: Rows, caller: UserCaller | ApiKeyCaller, services: Services) {
  if (caller.kind === 'user') return callerOfSession(rows, caller.session.id, services);
  return callerOfKey(rows, await rows.get(apiKeys, caller.key.id), services);
}

async function authenticateUser(token: string | undefined, services: Services): Promise<UserCaller> {
  const { store, sessions: sessionService, accessTokens, now } = services;
  const claims = token === undefined ? null : await accessTokens.read(token, now);
  if (!claims) throw unauthorized();
  const caller = await callerOfSession(store, claims.sessionId, services);
  const { user, session, organization } = caller;
  if (user.id !== claims.userId || organization.id !== claims.organizationId) throw unauthorized();
  await sessionService.touch(session, now(organization.id));
  return caller;
}

async function callerOfSession(rows: Rows, sessionId: string, { now }: Services): Promise<UserCaller> {
  const session = await rows.get(sessions, sessionId);
  const user = session && (await rows.get(users, session.user_id));
  const organization = user && (await rows.get(organizations, user.organization_id));
  if (!session || !user || !organization) throw unauthorized();
  if (Date.parse(session.expires_at) <= now(organization.id)) throw unauthorized();
  if (user.status === 'DISABLED') throw new HttpError(403, 'ACCOUNT_DISABLED', 'This account is disabled.');
  return { kind: 'user', user, session, organization };
}

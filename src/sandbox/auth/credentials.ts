import type { Context } from 'hono';
import type { Endpoint } from '../../contract/endpoint.js';
import { holderOf } from '../api-keys/api-key-secrets.js';
import { organizations, sessions, users } from '../db/tables.js';
import { forbidden, Refusal, unauthorized } from '../http/http-error.js';
import { isFromForeignPage, isFromOwnPage } from '../http/request-origin.js';
import type { Services } from '../services.js';
import type { KeyHolder, Person } from './caller.js';
import { SessionCookies } from './session-cookies.js';

/** Methods that change nothing. */
const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Finds out who asks, by the credentials the operation takes. Everything is looked up at every request, so that a
 * session, a key or a person that's gone is gone at once.
 */
export async function authenticate(
  c: Context,
  operation: Endpoint,
  services: Services,
): Promise<Person | KeyHolder | null> {
  if (operation.auth === 'none') return null;
  const authorization = c.req.header('authorization');
  const key = c.req.header('x-api-key');
  if (key !== undefined && (operation.auth !== 'user' || authorization === undefined)) {
    const holder = await holderOf(key, services);
    if (operation.auth === 'user') throw forbidden('An API key stands for no person');
    return holder;
  }
  if (authorization !== undefined) {
    const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization) ?? [];
    return personOf(token, services);
  }
  const token = new SessionCookies(services.publicOrigin).read(c, 'access');
  if (token !== undefined) demandOwnPage(c, services);
  return personOf(token, services);
}

/** Refuses what another site's page may have sent along with our cookies: any write that doesn't name our own origin. */
export function demandOwnPage(c: Context, { publicOrigin }: Services): void {
  const isReading = readingMethods.includes(c.req.method);
  const isOurs = isReading ? !isFromForeignPage(c.req.raw, publicOrigin) : isFromOwnPage(c.req.raw, publicOrigin);
  if (!isOurs) throw forbidden('Cookies only count for pages of this origin');
}

async function personOf(token: string | undefined, { store, sessions: keeping, tokens, now }: Services) {
  const claims = token === undefined ? null : await tokens.read(token, now);
  if (!claims) throw unauthorized();
  const session = await store.get(sessions, claims.sessionId);
  const user = session && (await store.get(users, session.user_id));
  const organization = user && (await store.get(organizations, user.organization_id));
  if (!session || !user || !organization) throw unauthorized();
  if (user.id !== claims.userId || organization.id !== claims.organizationId) throw unauthorized();
  const moment = now(organization.id);
  if (Date.parse(session.expires_at) <= moment) throw unauthorized();
  if (user.status === 'DISABLED') throw new Refusal(403, 'ACCOUNT_DISABLED', 'This account is disabled');
  await keeping.touch(session, moment);
  return { kind: 'person', user, session, organization } as const;
}

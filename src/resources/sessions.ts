import { AgniError } from '../client/error.js';
import { serverNow } from '../client/server-clock.js';
import { logout as logoutOperation } from '../contract/auth.js';
import * as endpoints from '../contract/sessions.js';
import type { ApiSession } from './api-session.js';
import { fetchAllPages } from './fetch-all-pages.js';
import { freshValue, mutate } from './mutation.js';

type Session = endpoints.Session;

const day = 86_400_000;
const inactiveDays = 30;

/**
 * The sessions of the signed-in user, the current one first. All pages are read, because the current session may be
 * anywhere in the list, and because "Revoke All Other Sessions" shows how many sessions it ends.
 */
export function sessionsResource(session: ApiSession) {
  const { client } = session;
  const list = session.resource(async (call): Promise<Session[]> => {
    const found = await fetchAllPages((query) => client.call(endpoints.listSessions, { query }, call));
    return found.sort((a, b) => Number(b.is_current) - Number(a.is_current));
  });
  return { list };
}

/** Whether a session has not been used for 30 days, so that the user may have forgotten it. */
export function isInactive({ last_active_at, created_at }: Session, now = serverNow()): boolean {
  return now - Date.parse(last_active_at ?? created_at ?? '') > inactiveDays * day;
}

/** Ends another session. */
export async function revokeSession(apiSession: ApiSession, id: string): Promise<void> {
  const isOther = (session: Session) => session.id !== id;
  await mutate({
    resource: apiSession.use(sessionsResource).list,
    write: () => apiSession.client.call(endpoints.revokeSession, { params: { session_id: id } }),
    confirm: (sessions) => (sessions.every(isOther) ? null : undefined),
    whenGone: null,
    apply: () => keepOnly(apiSession, isOther),
  });
}

/** Ends every session except the current one; resolves with their number, `undefined` if it is unknown. */
export async function revokeOtherSessions(apiSession: ApiSession): Promise<number | undefined> {
  const isCurrent = (session: Session) => session.is_current;
  const reply = await mutate<{ revoked_count?: number }, Session[]>({
    resource: apiSession.use(sessionsResource).list,
    write: () => apiSession.client.call(endpoints.revokeOtherSessions, {}),
    confirm: (sessions) => (sessions.every(isCurrent) ? {} : undefined),
    apply: () => keepOnly(apiSession, isCurrent),
  });
  return reply.revoked_count;
}

/** Removes ended sessions from the list immediately, and reads the list again. */
function keepOnly(apiSession: ApiSession, isLeft: (session: Session) => boolean): void {
  const { list } = apiSession.use(sessionsResource);
  list.update((sessions) => sessions.filter(isLeft));
  list.invalidate();
}

/**
 * Ends the current session. After a 401, the session may still exist, because only the access token may have expired:
 * if reading the user renews the token, `logout` is sent again with the new token.
 */
export async function logout({ client, me }: ApiSession): Promise<void> {
  try {
    await client.call(logoutOperation, {});
  } catch (error) {
    if (!(error instanceof AgniError && (error.status === 401 || error.isAnswerLost))) throw error;
    const state = await me.refetch();
    if (error.isAnswerLost) throw error;
    if (freshValue(state)) await client.call(logoutOperation, {});
    else if (!('error' in state) || state.error?.status !== 401) throw error;
  }
}

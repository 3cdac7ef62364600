import { listSessions, type Session } from '../contract/sessions.js';
import type { ApiSession } from './api-session.js';
import { fetchAllPages } from './fetch-all-pages.js';

const day = 86_400_000;
const staleDays = 30;

/**
 * Where the signed-in person is signed in, the session of this page first. The list is read to its end: that one may
 * be anywhere in it, and whoever ends all others is told how many. Ending them is in a module of its own.
 */
export function sessionsResource(session: ApiSession) {
  const { client } = session;
  const list = session.resource(async (call): Promise<Session[]> => {
    const found = await fetchAllPages((query) => client.call(listSessions, { query }, call));
    return found.sort((a, b) => Number(b.is_current) - Number(a.is_current));
  });
  return { list };
}

/** Whether a session has been idle for so long that nobody may remember it. */
export function isStale({ last_active_at, created_at }: Session, now = Date.now()): boolean {
  return now - Date.parse(last_active_at ?? created_at ?? '') > staleDays * day;
}

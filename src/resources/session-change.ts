import { AgniError } from '../client/error.js';
import { logout } from '../contract/auth.js';
import type { Session } from '../contract/sessions.js';
import * as endpoints from '../contract/sessions.js';
import type { ApiSession } from './api-session.js';
import type { Resource } from './resource.js';
import { sessionsResource } from './sessions.js';

/** Ends another session. Gone already is as good as gone now, also where only the answer was lost. */
export async function revokeSession(apiSession: ApiSession, id: string): Promise<void> {
  const { list } = apiSession.use(sessionsResource);
  const has = (session: Session) => session.id === id;
  try {
    await apiSession.client.call(endpoints.revokeSession, { params: { session_id: id } });
  } catch (error) {
    if (!(error instanceof AgniError)) throw error;
    // Elsewhere it may have become clear meanwhile which session is whose.
    if (error.isAnswerLost || error.status === 409) await list.load();
    const isGone = error.isAnswerLost && known(list)?.some(has) === false;
    if (error.status !== 404 && !isGone) throw error;
  }
  leave(list, (session) => !has(session));
}

/** Ends every session but this one; answers how many that were, `undefined` where only that isn't known. */
export async function revokeOtherSessions(apiSession: ApiSession): Promise<number | undefined> {
  const { list } = apiSession.use(sessionsResource);
  let count: number | undefined;
  try {
    ({ revoked_count: count } = await apiSession.client.call(endpoints.revokeOtherSessions, {}));
  } catch (error) {
    if (!(error instanceof AgniError && error.isAnswerLost)) throw error;
    await list.load();
    if (known(list)?.every(({ is_current }) => is_current) !== true) throw error;
  }
  leave(list, ({ is_current }) => is_current);
  return count;
}

/**
 * Ends the session of this page. One that is over already is as good as ended now; a refusal alone doesn't tell that,
 * since the access token may merely have run out: whoever is still known signs out under a new one.
 */
export async function signOutSession({ client, me }: ApiSession): Promise<void> {
  try {
    await client.call(logout, {});
  } catch (error) {
    if (!(error instanceof AgniError && (error.status === 401 || error.isAnswerLost))) throw error;
    await me.load();
    if (error.isAnswerLost) throw error;
    if (known(me)) await client.call(logout, {});
    else if (!isRefused(me)) throw error;
  }
}

/** What the server just said, as opposed to what was known before. */
function known<T>({ state }: Resource<T>): T | undefined {
  return state.status === 'ready' && !state.error ? state.value : undefined;
}

function isRefused({ state }: Resource<unknown>): boolean {
  return (state.status === 'failed' || state.status === 'ready') && state.error?.status === 401;
}

/** Shows at once what is certain, whether or not the list can be read again. */
function leave(list: Resource<Session[]>, stays: (session: Session) => boolean): void {
  const { state } = list;
  if (state.status === 'ready') list.set(state.value.filter(stays));
  void list.load();
}

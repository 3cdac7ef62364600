import { AgniError } from '../client/error.js';
import { changePassword as operation, type PasswordChange } from '../contract/password.js';
import type { ApiSession } from './api-session.js';

/**
 * Changes the password; answers how many other sessions that ended, where the server says so. A token in the answer is
 * let go: where the one in hand no longer holds, the next request is refused and the host hands over a new one, as ever.
 *
 * Nobody can read a password back. Where the answer was lost, only a temporary one tells whether it was changed.
 */
export async function changePassword(session: ApiSession, body: PasswordChange): Promise<number | undefined> {
  const { client, me } = session;
  const before = await me.value();
  try {
    const answer = await client.call(operation, { body });
    return answer?.revoked_sessions;
  } catch (error) {
    if (!(error instanceof AgniError && error.isAnswerLost && before.must_change_password)) throw error;
    await me.load();
    const { state } = me;
    if (state.status !== 'ready' || state.error || state.value.must_change_password) throw error;
    return undefined;
  }
}

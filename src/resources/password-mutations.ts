import { changePassword as operation, type PasswordChange } from '../contract/password.js';
import type { ApiSession } from './api-session.js';
import { mutate } from './mutation.js';
import { sessionsResource } from './sessions.js';

/**
 * Changes the password; resolves with the number of other sessions that were revoked, if the server reports it. A token
 * in the answer is ignored: if the old one is invalid, the next request is refused and the host supplies a new token.
 *
 * A password can't be read back. After a lost answer, only a cleared `must_change_password` confirms the change.
 */
export async function changePassword(session: ApiSession, body: PasswordChange): Promise<number | undefined> {
  const { client, me } = session;
  const isTemporary = !!(await me.value()).must_change_password;
  const reply = await mutate({
    resource: me,
    write: () => client.call(operation, { body }),
    confirm: (user) => (isTemporary && !user.must_change_password ? null : undefined),
    affects: () => session.use(sessionsResource).list.invalidate(), // the other sessions may have been revoked
  });
  return reply?.revoked_sessions;
}

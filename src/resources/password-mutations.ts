import { changePassword as operation, type PasswordChange } from '../contract/password.js';
import type { ApiSession } from './api-session.js';
import { mutate } from './mutation.js';
import { sessionsResource } from './sessions.js';

/**
 * Changes the password; resolves with how many other sessions that revoked, where the server says so. A token in the
 * answer is ignored: if the old one no longer holds, the next request is refused and the host supplies a new one.
 *
 * A password can't be read back. After a lost answer, only the end of a temporary password shows that it was changed.
 */
export async function changePassword(session: ApiSession, body: PasswordChange): Promise<number | undefined> {
  const { client, me } = session;
  const isTemporary = !!(await me.value()).must_change_password;
  const reply = await mutate({
    resource: me,
    write: () => client.call(operation, { body }),
    confirm: (user) => (isTemporary && !user.must_change_password ? null : undefined),
    affects: () => session.use(sessionsResource).list.invalidate(), // the other sessions end
  });
  return reply?.revoked_sessions;
}

import type { User } from '../contract/me.js';
import { updateCurrentUser as operation, type ProfileChange } from '../contract/profile-change.js';
import type { ApiSession } from './api-session.js';
import { hasChange, mutate } from './mutation.js';

/** Changes the signed-in user's profile; sends only the fields in `change`. Lists that name the user are read again. */
export function updateCurrentUser(session: ApiSession, change: ProfileChange): Promise<User> {
  const { client, me } = session;
  return mutate({
    resource: me,
    basis: me,
    write: () => client.call(operation, { body: change }),
    confirm: (user) => (hasChange(user, change) ? user : undefined),
    affects: () => session.invalidate(),
    apply: (user) => me.set(user), // also drops the read of `me` that `affects` started, before it is sent
  });
}

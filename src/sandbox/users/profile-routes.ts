import { getCurrentUser } from '../../contract/me.js';
import { updateCurrentUser } from '../../contract/profile-change.js';
import { users } from '../db/tables.js';
import { sentFields } from '../http/request-body.js';
import type { Route } from '../http/route.js';
import { toSearchKey, toUserReply } from './user-reply.js';

/** The signed-in user's profile. */
export function profileRoutes(route: Route): void {
  route(getCurrentUser, async ({ caller }) => toUserReply(caller.user));

  route(updateCurrentUser, async ({ body, change, now }) =>
    // `search_key` contains both names: two parallel updates must not each use the old value of the other name.
    change('user', async (rows, { user }) => {
      const changed = { ...sentFields(body), updated_at: now.toISOString() };
      const after = { ...user, ...changed };
      await rows.update(users, { id: user.id }, { ...changed, search_key: toSearchKey(after) });
      return toUserReply(after);
    }),
  );
}

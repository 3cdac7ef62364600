import { getCurrentUser } from '../../contract/me.js';
import { updateCurrentUser } from '../../contract/profile-change.js';
import { users } from '../db/tables.js';
import { notFound } from '../http/http-error.js';
import { sentFields } from '../http/request-body.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { toSearchKey, toUserReply } from './user-reply.js';

/** The signed-in user's profile. */
export function profileRoutes(route: Route, { store }: Services): void {
  route(getCurrentUser, async ({ caller }) => toUserReply(caller.user));

  route(updateCurrentUser, async ({ caller, body, now }) => {
    const change = { ...sentFields(body), updated_at: now.toISOString() };
    // `search_key` is made of both names: two updates at once must not each use the other's old name.
    return store.transaction(`user:${caller.user.id}`, async (rows) => {
      const before = await rows.get(users, caller.user.id);
      if (!before) throw notFound();
      const after = { ...before, ...change };
      await rows.update(users, { id: before.id }, { ...change, search_key: toSearchKey(after) });
      return toUserReply(after);
    });
  });
}

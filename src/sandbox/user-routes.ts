import { getCurrentUser } from '../contract/me.js';
import { updateCurrentUser } from '../contract/profile-change.js';
import { getUser, listRoles, listUsers } from '../contract/users.js';
import { notFound } from './refusal.js';
import { roles } from './roles.js';
import type { Route } from './route.js';
import type { Services } from './services.js';
import { fold } from './store.js';
import { users } from './tables.js';
import { searchKeyOf, userOnWire } from './user-wire.js';

/** The signed-in person, everybody else with access, and the roles they can have. */
export function userRoutes(route: Route, { store }: Services): void {
  route(getCurrentUser, async ({ caller }) => userOnWire(caller.user));

  route(updateCurrentUser, async ({ caller, body, now }) => {
    const { first_name, last_name } = body;
    const change = {
      ...(first_name === undefined ? {} : { first_name }),
      ...(last_name === undefined ? {} : { last_name }),
      updated_at: now.toISOString(),
    };
    // Search looks at all names together, so two changes at once must not each work from the other's old half.
    return store.transaction(`user:${caller.user.id}`, async (rows) => {
      const before = await rows.get(users, caller.user.id);
      if (!before) throw notFound();
      const after = { ...before, ...change };
      await rows.update(users, { id: before.id }, { ...change, search_key: searchKeyOf(after) });
      return userOnWire(after);
    });
  });

  route(listUsers, async ({ organization, query, page }) => {
    const where = {
      organization_id: organization.id,
      // Until they have chosen a password, invited people show under their invitations only.
      status: query.status?.toUpperCase() ?? ({ not: 'INVITED' } as const),
      role: query.role?.toUpperCase(),
      search_key: query.search ? { contains: fold(query.search.trim()) } : undefined,
    };
    const found = await store.find(users, where, { orderBy: 'created_at', ...page });
    return { items: found.map(userOnWire), total: await store.count(users, where) };
  });

  route(getUser, async ({ params, organization }) => {
    const [found] = await store.find(users, { id: params.id, organization_id: organization.id });
    if (!found) throw notFound('There is no such person here');
    return userOnWire(found);
  });

  route(listRoles, async () => ({ items: roles, total: roles.length }));
}

import { AgniError } from '../client/error.js';
import type { User } from '../contract/me.js';
import * as endpoints from '../contract/user-change.js';
import { getUser } from '../contract/users.js';
import { mutate } from './mutation.js';
import { ownersResource } from './owners.js';
import { Resource } from './resource.js';
import { usageResource } from './usage.js';
import type { UserList } from './users.js';

/** The roles that can be assigned. */
export type AssignableRole = 'OWNER' | 'ADMIN' | 'MEMBER';

/** Changes a user's role; resolves with the changed user. */
export function changeUserRole(list: UserList, { id }: User, role: AssignableRole): Promise<User> {
  const { session, page } = list;
  return mutate({
    resource: userOf(list, id),
    basis: page,
    write: () => session.client.call(endpoints.changeUserRole, { params: { id }, body: { role } }),
    confirm: (user) => (user?.role === role ? user : undefined),
    affects: () => {
      if (session.me.state.status === 'ready' && session.me.state.value.id === id) session.me.invalidate();
    },
    apply: (changed) => {
      page.update((rows) => ({ ...rows, items: rows.items.map((user) => (user.id === id ? changed : user)) }));
      void refetchUsers(list);
    },
  });
}

/** Removes a user from the organization. */
export async function removeUser(list: UserList, { id }: User): Promise<void> {
  const { session, page } = list;
  await mutate({
    resource: userOf(list, id),
    write: () => session.client.call(endpoints.removeUser, { params: { id } }),
    confirm: (user) => (user ? undefined : null),
    whenGone: null,
    apply: () => page.update((rows) => ({ ...rows, items: rows.items.filter((user) => user.id !== id) })),
  });
  const read = refetchUsers(list);
  const { state } = page;
  if (state.status === 'ready' && !state.value.items.length) await read; // until the previous page is loaded
}

/** Refetches the data that depend on the users of the organization and their roles. */
async function refetchUsers({ session, page }: UserList): Promise<void> {
  session.use(ownersResource).owners.invalidate();
  session.use(usageResource).seats.invalidate();
  await page.refetch();
}

/** One user of a paged list, `null` if the user does not exist. The list is refetched with the user. */
function userOf(list: UserList, id: string): Pick<Resource<User | null>, 'refetch'> {
  const user = new Resource<User | null>(async (call) => {
    try {
      return await list.session.client.call(getUser, { params: { id } }, call);
    } catch (error) {
      if (error instanceof AgniError && error.status === 404) return null;
      throw error;
    }
  });
  return {
    refetch: async () => {
      await refetchUsers(list);
      return user.refetch();
    },
  };
}

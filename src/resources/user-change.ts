import { AgniError } from '../client/error.js';
import type { User } from '../contract/me.js';
import * as endpoints from '../contract/user-change.js';
import { getUser } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import { ownersResource } from './owners.js';
import { usageResource } from './usage.js';
import { userNamesResource } from './user-names.js';
import type { UserList } from './users.js';

/** The roles that can be given. */
export type AssignableRole = 'OWNER' | 'ADMIN' | 'MEMBER';

/**
 * Gives a person another role; answers how they are now. Where the answer was lost, looks at them: if they have the
 * role, it was done. After a refusal the list is read anew, since something was other than it showed.
 */
export async function changeRole(list: UserList, { id }: User, role: AssignableRole): Promise<User> {
  const { session } = list;
  try {
    const changed = await session.client.call(endpoints.changeUserRole, { params: { id }, body: { role } });
    show(list, changed);
    return changed;
  } catch (error) {
    if (!(error instanceof AgniError)) throw error;
    const now = error.isAnswerLost ? await lookUp(session, id) : undefined;
    if (now?.role === role) {
      show(list, now);
      return now;
    }
    await readAnew(list);
    throw error;
  }
}

/** Takes a person's access away. Gone already is as good as gone now, also where only the answer was lost. */
export async function removeUser(list: UserList, { id }: User): Promise<void> {
  const { session } = list;
  try {
    await session.client.call(endpoints.removeUser, { params: { id } });
  } catch (error) {
    if (!(error instanceof AgniError)) throw error;
    const isGone = error.status === 404 || (error.isAnswerLost && (await lookUp(session, id)) === null);
    if (!isGone) {
      await readAnew(list);
      throw error;
    }
  }
  // Known for certain, whether or not the list can be read again.
  const { state } = list.page;
  const rest = state.status === 'ready' ? state.value.items.filter((user) => user.id !== id) : [];
  if (state.status === 'ready') list.page.set({ ...state.value, items: rest });
  const read = readAnew(list);
  if (!rest.length) await read; // there is nothing to show before the page before this one is here
}

/** Takes over what a write answered. */
function show(list: UserList, changed: User): void {
  const { state } = list.page;
  if (state.status === 'ready') {
    const items = state.value.items.map((user) => (user.id === changed.id ? changed : user));
    list.page.set({ ...state.value, items });
  }
  void readAnew(list);
  const { me } = list.session;
  if (me.state.status === 'ready' && me.state.value.id === changed.id) void me.load();
  list.session.use(userNamesResource).user(changed.id).invalidate();
}

/** Reads again whatever depends on who is there and as what. */
async function readAnew({ session, page }: UserList): Promise<void> {
  session.use(ownersResource).owners.invalidate();
  session.use(usageResource).seats.invalidate();
  await page.load();
}

/** How a person is now: `null` if they are gone, `undefined` if nobody can tell. */
async function lookUp(session: ApiSession, id: string): Promise<User | null | undefined> {
  try {
    return await session.client.call(getUser, { params: { id } });
  } catch (error) {
    if (!(error instanceof AgniError)) throw error;
    return error.status === 404 ? null : undefined;
  }
}

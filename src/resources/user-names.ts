import type { User } from '../contract/me.js';
import { getUser } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import type { Resource } from './resource.js';

/** People of the workspace by id, each asked for once, for panes that show a name beside an id. */
export function userNamesResource(session: ApiSession) {
  const byId = new Map<string, Resource<User>>();
  const user = (id: string): Resource<User> => {
    const known = byId.get(id);
    if (known) return known;
    const made = session.resource((call) => session.client.call(getUser, { params: { id } }, call));
    byId.set(id, made);
    return made;
  };
  return { user };
}

/** A person's name as it's shown: first and last, else the e-mail address. */
export function fullName(user: Pick<User, 'first_name' | 'last_name' | 'email'>): string {
  return [user.first_name, user.last_name].filter(Boolean).join(' ') || user.email;
}

/** Names of people by their ids. Who can't be looked up is left out; the signed-in person isn't looked up at all. */
export async function namesOf(session: ApiSession, ids: Iterable<string>): Promise<Map<string, string>> {
  const me = await session.me.value();
  const { user } = session.use(userNamesResource);
  const others = [...new Set(ids)].filter((id) => id !== me.id);
  const found = await Promise.allSettled(others.map(async (id) => [id, fullName(await user(id).value())] as const));
  return new Map(found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
}

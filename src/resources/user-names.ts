import type { User } from '../contract/me.js';
import { getUser } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import { fullName } from './full-name.js';
import { Resource } from './resource.js';

/** Users of the organization by id, each read once, for elements that show a name beside an id. */
export function userNamesResource(session: ApiSession) {
  const byId = new Map<string, Resource<User>>();
  /** Names hardly change, so returning to the page does not read them again. */
  const user = (id: string): Resource<User> => {
    const known = byId.get(id);
    if (known) return known;
    const made = new Resource((call) => session.client.call(getUser, { params: { id } }, call));
    byId.set(id, made);
    return made;
  };
  return { user };
}

/** Names of users by their ids; a user who can't be read is left out. The signed-in user is left out and not read. */
export async function namesOf(
  session: ApiSession,
  ids: Iterable<string | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const me = await session.me.value();
  const { user } = session.use(userNamesResource);
  const others = [...new Set(ids)].filter((id) => id && id !== me.id) as string[];
  const found = await Promise.allSettled(others.map(async (id) => [id, fullName(await user(id).value())] as const));
  return new Map(found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
}

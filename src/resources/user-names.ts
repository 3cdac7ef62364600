import type { User } from '../contract/me.js';
import { getUser } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import { derivedResource } from './derived.js';
import { fullName } from './full-name.js';
import { Resource } from './resource.js';

/** Users of the organization by id, each read once, for elements that show a name beside an id. */
export function userNamesResource(session: ApiSession) {
  const byId = new Map<string, Resource<User>>();
  /** Names rarely change, so they are not read again when the user returns to the page. */
  const user = (id: string): Resource<User> => {
    const known = byId.get(id);
    if (known) return known;
    const made = new Resource((call) => session.client.call(getUser, { params: { id } }, call));
    byId.set(id, made);
    return made;
  };
  return { user };
}

/** Names of the users that the items of a list refer to, by their ids. */
export function namesIn<Item>(
  session: ApiSession,
  list: Resource<readonly Item[]>,
  idOf: (item: Item) => string | undefined,
): Resource<ReadonlyMap<string, string>> {
  return derivedResource(session, list, (items) => namesOf(session, items.map(idOf)));
}

/** Names of users by their ids, without the signed-in user, who is not read, and without users who can't be read. */
async function namesOf(session: ApiSession, ids: Iterable<string | undefined>): Promise<ReadonlyMap<string, string>> {
  const me = await session.me.value();
  const { user } = session.use(userNamesResource);
  const others = [...new Set(ids)].filter((id) => id && id !== me.id) as string[];
  const found = await Promise.allSettled(others.map(async (id) => [id, fullName(await user(id).value())] as const));
  return new Map(found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
}

import type { User } from '../contract/me.js';
import { getUser } from '../contract/users.js';
import type { Resource } from './resource.js';
import type { Workspace } from './workspace.js';

/** People of the workspace by id, each asked for once, for panes that show a name beside an id. */
export function peopleResource(workspace: Workspace) {
  const byId = new Map<string, Resource<User>>();
  const person = (id: string): Resource<User> => {
    const known = byId.get(id);
    if (known) return known;
    const made = workspace.resource((call) => workspace.client.call(getUser, { params: { id } }, call));
    byId.set(id, made);
    return made;
  };
  return { person };
}

/** A person's name as it's shown: first and last, else the e-mail address. */
export function fullName(person: Pick<User, 'first_name' | 'last_name' | 'email'>): string {
  return [person.first_name, person.last_name].filter(Boolean).join(' ') || person.email;
}

/** Names of people by their ids. Who can't be looked up is left out; the signed-in person isn't looked up at all. */
export async function namesOf(workspace: Workspace, ids: Iterable<string>): Promise<Map<string, string>> {
  const me = await workspace.me.value();
  const { person } = workspace.use(peopleResource);
  const others = [...new Set(ids)].filter((id) => id !== me.id);
  const found = await Promise.allSettled(others.map(async (id) => [id, fullName(await person(id).value())] as const));
  return new Map(found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
}

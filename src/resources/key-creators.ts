import { apiKeysResource } from './api-keys.js';
import { fullName, peopleResource } from './people.js';
import type { Workspace } from './workspace.js';

/**
 * Names of the people who created the listed keys, by their ids. Who can't be looked up is left out; the signed-in
 * person isn't looked up at all.
 */
export function keyCreatorsResource(workspace: Workspace) {
  const { list } = workspace.use(apiKeysResource);
  const { person } = workspace.use(peopleResource);
  const names = workspace.resource(async () => {
    const me = await workspace.me.value();
    const ids = new Set((await list.value()).flatMap(({ created_by: id }) => (id && id !== me.id ? [id] : [])));
    const found = await Promise.allSettled(
      [...ids].map(async (id) => [id, fullName(await person(id).value())] as const),
    );
    return new Map(found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
  });
  list.addEventListener('change', () => names.revalidate());
  return { names };
}

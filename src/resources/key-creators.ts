import { apiKeysResource } from './api-keys.js';
import { namesOf } from './people.js';
import type { Workspace } from './workspace.js';

/** Names of the people who created the listed keys, by their ids. */
export function keyCreatorsResource(workspace: Workspace) {
  const { list } = workspace.use(apiKeysResource);
  const names = workspace.resource(async () => {
    const keys = await list.value();
    return namesOf(
      workspace,
      keys.flatMap(({ created_by: id }) => id || []),
    );
  });
  names.follow(list);
  return { names };
}

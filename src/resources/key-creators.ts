import { apiKeysResource } from './api-keys.js';
import type { ApiSession } from './api-session.js';
import { namesOf } from './user-names.js';

/** Names of the people who created the listed keys, by their ids. */
export function keyCreatorsResource(session: ApiSession) {
  const { list } = session.use(apiKeysResource);
  const names = session.resource(async () => {
    const keys = await list.value();
    return namesOf(
      session,
      keys.flatMap(({ created_by: id }) => id || []),
    );
  });
  names.follow(list);
  return { names };
}

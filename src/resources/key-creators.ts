import { apiKeysResource } from './api-keys.js';
import type { ApiSession } from './api-session.js';
import { derivedResource } from './derived.js';
import { namesOf } from './user-names.js';

/** Names of the users who created the listed keys, by their ids. */
export function keyCreatorsResource(session: ApiSession) {
  const names = derivedResource(session, session.use(apiKeysResource).list, (keys) =>
    namesOf(
      session,
      keys.map(({ created_by }) => created_by),
    ),
  );
  return { names };
}

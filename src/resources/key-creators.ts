import { apiKeysResource } from './api-keys.js';
import type { ApiSession } from './api-session.js';
import { namesIn } from './user-names.js';

/** Names of the users who created the listed keys, by their ids. */
export function keyCreatorsResource(session: ApiSession) {
  return { names: namesIn(session, session.use(apiKeysResource).list, ({ created_by }) => created_by) };
}

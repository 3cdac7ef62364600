import type { ApiSession } from './api-session.js';
import { invitationsResource } from './invitations.js';
import { namesIn } from './user-names.js';

/** Names of the users who sent the open invitations, by their ids. */
export function invitersResource(session: ApiSession) {
  return { names: namesIn(session, session.use(invitationsResource).open, ({ invited_by }) => invited_by) };
}

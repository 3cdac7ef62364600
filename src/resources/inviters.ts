import type { ApiSession } from './api-session.js';
import { derivedResource } from './derived.js';
import { invitationsResource } from './invitations.js';
import { namesOf } from './user-names.js';

/** Names of the users who sent the open invitations, by their ids. */
export function invitersResource(session: ApiSession) {
  const names = derivedResource(session, session.use(invitationsResource).open, (invitations) =>
    namesOf(
      session,
      invitations.map(({ invited_by }) => invited_by),
    ),
  );
  return { names };
}

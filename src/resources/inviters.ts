import type { ApiSession } from './api-session.js';
import { invitationsResource } from './invitations.js';
import { namesOf } from './user-names.js';

/** Names of the people who sent the open invitations, by their ids. */
export function invitersResource(session: ApiSession) {
  const { open } = session.use(invitationsResource);
  const names = session.resource(async () => {
    const invitations = await open.value();
    return namesOf(
      session,
      invitations.flatMap(({ invited_by: id }) => id || []),
    );
  });
  names.follow(open);
  return { names };
}

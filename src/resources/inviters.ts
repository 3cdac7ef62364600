import { invitationsResource } from './invitations.js';
import { namesOf } from './people.js';
import type { Workspace } from './workspace.js';

/** Names of the people who sent the open invitations, by their ids. */
export function invitersResource(workspace: Workspace) {
  const { open } = workspace.use(invitationsResource);
  const names = workspace.resource(async () => {
    const invitations = await open.value();
    return namesOf(
      workspace,
      invitations.flatMap(({ invited_by: id }) => id || []),
    );
  });
  names.follow(open);
  return { names };
}

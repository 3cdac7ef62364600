import { listAgents } from '../contract/agents.js';
import { listInvitations } from '../contract/invitations.js';
import { listUsers } from '../contract/users.js';
import type { Workspace } from './workspace.js';

/** How much of a workspace's limits is in use. Each is a resource of its own: a host may offer one and not another. */
export function usageResource(workspace: Workspace) {
  const { client } = workspace;
  const seats = workspace.resource(async (call) => {
    const [members, invitations] = await Promise.all([
      client.call(listUsers, { query: { limit: 1 } }, call),
      client.call(listInvitations, { query: { limit: 1, status: 'PENDING' } }, call),
    ]);
    // Without totals these counts would be those of one page.
    return members.total === undefined ? undefined : members.total + (invitations.total ?? 0);
  });
  const agents = workspace.resource(
    async (call) => (await client.call(listAgents, { query: { limit: 1 } }, call)).total,
  );
  return { seats, agents };
}

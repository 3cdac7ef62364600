import { listAgents } from '../contract/agents.js';
import { listInvitations } from '../contract/invitations.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';

/** How much of a workspace's limits is in use. Each is a resource of its own: a host may offer one and not another. */
export function usageResource(session: ApiSession) {
  const { client } = session;
  const seats = session.resource(async (call) => {
    const [users, invitations] = await Promise.all([
      client.call(listUsers, { query: { limit: 1 } }, call),
      client.call(listInvitations, { query: { limit: 1, status: 'PENDING' } }, call),
    ]);
    // Without totals these counts would be those of one page.
    return users.total === undefined ? undefined : users.total + (invitations.total ?? 0);
  });
  const agents = session.resource(async (call) => (await client.call(listAgents, { query: { limit: 1 } }, call)).total);
  return { seats, agents };
}

import { listAgents } from '../contract/agents.js';
import { listInvitations } from '../contract/invitations.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';

/**
 * How much of an organization's limits is in use; `undefined` where the server does not count. Each is a resource of its
 * own, because a host may offer one of the endpoints and not the other.
 */
export function usageResource(session: ApiSession) {
  const { client } = session;
  const seats = session.resource(async (call) => {
    const counts = await Promise.all([
      client.call(listUsers, { query: { limit: 1 } }, call),
      client.call(listInvitations, { query: { limit: 1, status: 'PENDING' } }, call),
    ]);
    // A page without rows is all there is, also where the server sends no total.
    const [users, invitations] = counts.map(({ total, items }) => total ?? (items.length ? undefined : 0));
    return users === undefined || invitations === undefined ? undefined : users + invitations;
  });
  const agents = session.resource(async (call) => (await client.call(listAgents, { query: { limit: 1 } }, call)).total);
  return { seats, agents };
}

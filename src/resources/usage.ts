import { listAgents } from '../contract/agents.js';
import { listInvitations } from '../contract/invitations.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';

/**
 * The usage of an organization's limits; `undefined` if the server reports no total. These are separate resources,
 * because a host may offer only one of the endpoints.
 */
export function usageResource(session: ApiSession) {
  const { client } = session;
  const seats = session.resource(async (call) => {
    const counts = await Promise.all([
      client.call(listUsers, { query: { limit: 1 } }, call),
      client.call(listInvitations, { query: { limit: 1, status: 'PENDING' } }, call),
    ]);
    // An empty page means zero, even if the server sends no total.
    const [users, invitations] = counts.map(({ total, items }) => total ?? (items.length ? undefined : 0));
    return users === undefined || invitations === undefined ? undefined : users + invitations;
  });
  const agents = session.resource(async (call) => (await client.call(listAgents, { query: { limit: 1 } }, call)).total);
  return { seats, agents };
}

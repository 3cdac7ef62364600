import { listAgents } from '../contract/agents.js';
import type { ApiSession } from './api-session.js';
import { fetchAllPages } from './fetch-all-pages.js';

/** The organization's voice agents. The list is read to its end, because an agent is chosen from it. */
export function agentsResource(session: ApiSession) {
  const { client } = session;
  return { list: session.resource((call) => fetchAllPages((query) => client.call(listAgents, { query }, call))) };
}

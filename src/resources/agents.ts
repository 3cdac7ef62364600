import { listAgents } from '../contract/agents.js';
import type { ApiSession } from './api-session.js';
import { fetchAllPages } from './fetch-all-pages.js';

/** The workspace's voice agents, all of them: where one is chosen, none may be missing. */
export function agentsResource(session: ApiSession) {
  const { client } = session;
  return { list: session.resource((call) => fetchAllPages((query) => client.call(listAgents, { query }, call))) };
}

import { listAgents } from '../contract/agents.js';
import type { ApiSession } from './api-session.js';
import { fetchAllPages } from './fetch-all-pages.js';

/** The organization's voice agents. All pages are read, because users choose an agent from the list. */
export function agentsResource(session: ApiSession) {
  const { client } = session;
  return { list: session.resource((call) => fetchAllPages((query) => client.call(listAgents, { query }, call))) };
}

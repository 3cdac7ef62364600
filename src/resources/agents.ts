import { listAgents } from '../contract/agents.js';
import { wholeList } from './whole-list.js';
import type { Workspace } from './workspace.js';

/** The workspace's voice agents, all of them: where one is chosen, none may be missing. */
export function agentsResource(workspace: Workspace) {
  const { client } = workspace;
  return { list: workspace.resource((call) => wholeList((query) => client.call(listAgents, { query }, call))) };
}

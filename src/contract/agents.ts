import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { isObject } from './json.js';
import { known, opt, page, paging, text } from './wire.js';

/** Older replies call an agent's name `name`. */
export function readAgentName(value: unknown): unknown {
  return isObject(value) ? { ...value, agent_name: value.agent_name ?? value.name } : value;
}

/** A voice agent, as far as settings show one.  */
export const agent = z.pipe(
  z.transform(readAgentName),
  z.object({
    id: text,
    organization_id: opt(text),
    agent_name: opt(text),
    status: opt(known('ACTIVE', 'INACTIVE')),
  }),
);
export type Agent = z.infer<typeof agent>;

/** Lists the workspace's agents; without `limit` all of them. The trailing slash is the vendor's. */
export const listAgents = endpoint({
  name: 'listAgents',
  method: 'GET',
  path: '/api/v1/agents/',
  auth: 'key',
  basis: 'documented',
  section: '12',
  shape: 'list',
  query: paging,
  reply: page(agent),
});

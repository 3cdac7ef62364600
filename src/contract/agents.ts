import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { isObject, known, opt, page, paging, text } from './wire.js';

/** A voice agent, as far as settings show one. Older replies call its name `agent_name` or `name`. */
export const agent = z.pipe(
  z.transform((value: unknown) => (isObject(value) ? { ...value, agent_name: value.agent_name ?? value.name } : value)),
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
  shape: 'list',
  query: paging,
  reply: page(agent),
});

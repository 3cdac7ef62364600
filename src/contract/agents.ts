import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { isObject } from './json.js';
import { known, opt, page, paging, text } from './wire.js';

/** Copies `name`, the field of older replies, to `agent_name`. */
export function readAgentName(value: unknown): unknown {
  return isObject(value) ? { ...value, agent_name: value.agent_name ?? value.name } : value;
}

/** A voice agent, with the fields that settings show (docs/contract.md 12). */
export const agent = z.pipe(
  z.transform(readAgentName),
  z.object({
    id: text,
    organization_id: opt(text),
    agent_name: opt(text),
    status: opt(known('ACTIVE', 'INACTIVE')),
  }),
);
/** A voice agent as {@link listAgents} returns it. */
export type Agent = z.infer<typeof agent>;

/**
 * Lists the organization's agents, all of them without `limit`. The trailing slash is part of the path
 * (docs/contract.md 1.1).
 */
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

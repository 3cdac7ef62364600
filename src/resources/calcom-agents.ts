import { AgniError } from '../client/error.js';
import { type CalcomAgentAccount, getCalcomAgentInfo } from '../contract/calcom.js';
import type { ApiSession } from './api-session.js';
import { mapConcurrent } from './map-concurrent.js';
import { Resource } from './resource.js';

/** The account that each agent books through, by the agent's id; what couldn't be read is left out. */
export type AgentAccounts = ReadonlyMap<string, CalcomAgentAccount>;

/** Which accounts agents book through. */
export function calcomAgentsResource(session: ApiSession) {
  const { client } = session;
  const made = new Map<string, Resource<AgentAccounts>>();

  const read = async (id: string, signal?: AbortSignal): Promise<CalcomAgentAccount | undefined> => {
    const query = { org_id: await session.organizationId() };
    try {
      return await client.call(getCalcomAgentInfo, { params: { agent_id: id }, query }, { signal });
    } catch (error) {
      const isUnwanted = error instanceof Error && error.name === 'AbortError'; // its workspace, or its reader, has gone
      if (isUnwanted || error instanceof AgniError) return undefined;
      throw error;
    }
  };

  /** Those of some agents. It takes a request each, so it's read anew only when somebody asks for it. */
  const of = (ids: readonly string[]): Resource<AgentAccounts> => {
    const name = JSON.stringify(ids);
    const resource =
      made.get(name) ??
      new Resource(async ({ signal }) => {
        const found = await mapConcurrent(ids, async (id) => [id, await read(id, signal)] as const);
        return new Map(found.flatMap(([id, account]) => (account ? [[id, account] as const] : [])));
      });
    made.set(name, resource);
    return resource;
  };

  /** Takes over what is known of one agent. */
  const set = (id: string, account: CalcomAgentAccount): void => {
    for (const resource of made.values()) {
      const { state } = resource;
      if (state.status === 'ready' && state.value.has(id)) resource.set(new Map(state.value).set(id, account));
    }
  };

  /** Reads one agent's anew; answers it, where it could be read. */
  const reread = async (id: string): Promise<CalcomAgentAccount | undefined> => {
    const account = await read(id);
    if (account) set(id, account);
    return account;
  };

  const invalidate = (): void => {
    for (const resource of made.values()) resource.invalidate();
  };

  return { of, set, reread, invalidate };
}

import { AgniError, isAbort } from '../client/error.js';
import type { Agent } from '../contract/agents.js';
import { type CalcomAgentAccount, getCalcomAgentInfo } from '../contract/calcom-agents.js';
import { agentsResource } from './agents.js';
import type { ApiSession } from './api-session.js';
import { mapConcurrent } from './map-concurrent.js';
import { Resource } from './resource.js';

/** The account that each agent books through, by the agent's id. Agents without a readable account are left out. */
export type AgentAccounts = ReadonlyMap<string, CalcomAgentAccount>;

/** The agents that book through an account. */
export interface AccountUsers {
  readonly agents: readonly Agent[];
  /** Whether there may be more, because the accounts of some agents could not be read or there are too many agents. */
  readonly isPartial: boolean;
}

/** Maximum number of agents whose accounts are read to find the agents that use one account. */
const maxAgents = 200;

/** The accounts that agents book through. Each agent takes a request, so they are not invalidated with the session. */
export function calcomAgentsResource(session: ApiSession) {
  const { client } = session;
  const lists = new Map<string, Resource<AgentAccounts>>();

  const read = async (id: string, signal?: AbortSignal): Promise<CalcomAgentAccount> => {
    const query = { org_id: await session.organizationId() };
    return client.call(getCalcomAgentInfo, { params: { agent_id: id }, query }, { signal });
  };

  /** The account of one agent. A read also updates the lists. */
  const one = (id: string): Resource<CalcomAgentAccount> =>
    new Resource(async ({ signal }) => {
      const account = await read(id, signal);
      set(id, account);
      return account;
    });

  /** The accounts of several agents. */
  const of = (ids: readonly string[]): Resource<AgentAccounts> => {
    const name = JSON.stringify(ids);
    const resource =
      lists.get(name) ??
      new Resource(async ({ signal }) => {
        const found = await mapConcurrent(ids, async (id) => {
          try {
            return [[id, await read(id, signal)] as const];
          } catch (error) {
            if (isAbort(error) || error instanceof AgniError) return [];
            throw error;
          }
        });
        return new Map(found.flat());
      });
    lists.set(name, resource);
    return resource;
  };

  /** The agents that book through an account of the organization, whose accounts are read again for each caller. */
  const usersOf = (accountId: string): Resource<AccountUsers> =>
    new Resource(async () => {
      const agents = await session.use(agentsResource).list.value();
      const list = of(agents.slice(0, maxAgents).map(({ id }) => id));
      list.invalidate({ cancelRefetch: false });
      const accounts = await list.value();
      const isUser = ({ id }: Agent) => {
        const account = accounts.get(id);
        return account?.type !== 'agent' && account?.calcom_account_id === accountId;
      };
      return { agents: agents.filter(isUser), isPartial: accounts.size < agents.length };
    });

  /** Updates the account of one agent in all lists. */
  const set = (id: string, account: CalcomAgentAccount): void => {
    for (const resource of lists.values()) {
      resource.update((accounts) => (accounts.has(id) ? new Map(accounts).set(id, account) : accounts));
    }
  };

  const invalidate = (): void => {
    for (const resource of lists.values()) resource.invalidate();
  };

  return { of, one, usersOf, set, invalidate };
}

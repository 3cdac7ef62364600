import {
  assignCalcomAgentAccount,
  connectCalcomAgent,
  disconnectCalcomAgent,
  getCalcomAgentAccount,
  getCalcomAgentInfo,
  getCalcomAgentStatus,
} from '../../contract/calcom-agents.js';
import { agents, calcomAccounts, type OrganizationRow } from '../db/tables.js';
import { conflict, notFound } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import {
  disconnectAccounts,
  findAccountOfAgent,
  findAccounts,
  findPrivateAccount,
  hashKey,
  newAccount,
  requireAgent,
} from './calcom-accounts.js';
import { toAccountReply } from './calcom-routes.js';

/** The Cal.com account that an agent books through: a private or a linked account, never both. */
export function calcomAgentRoutes(route: Route, { store, random, newId }: Services): void {
  route(getCalcomAgentStatus, async ({ organization, params }) => {
    const agent = await requireAgent(store, organization.id, params.agent_id);
    const own = await findPrivateAccount(store, agent.id);
    return { connected: !!own, status: own?.status ?? 'not_connected', accounts: own ? [toAccountReply(own)] : [] };
  });

  const accountInfo = async (organization: OrganizationRow, agentId = '') => {
    const agent = await requireAgent(store, organization.id, agentId);
    const { isPrivate, account } = await findAccountOfAgent(store, agent);
    if (!account) return { connected: false, type: 'none' };
    return {
      connected: true,
      type: isPrivate ? 'agent' : 'org_linked',
      calcom_account_id: account.id,
      account_name: account.name,
      status: account.status,
      api_base_url: 'https://api.cal.com/v2',
    };
  };
  route(getCalcomAgentInfo, ({ organization, params }) => accountInfo(organization, params.agent_id));
  route(getCalcomAgentAccount, ({ organization, params }) => accountInfo(organization, params.agent_id));

  route(assignCalcomAgentAccount, async ({ organization, params, change, body }) => {
    const account_id = body.calcom_account_id?.toLowerCase() ?? null;
    const agent = await change('organization', async (rows) => {
      const known = await requireAgent(rows, organization.id, params.agent_id);
      if (await findPrivateAccount(rows, known.id))
        throw conflict('This agent has a private key. Disconnect it first.');
      const accounts = await findAccounts(rows, organization.id);
      if (account_id !== null && !accounts.some(({ id }) => id === account_id)) {
        throw notFound('Account not found.');
      }
      await rows.update(agents, { id: known.id }, { calcom_account_id: account_id });
      return known;
    });
    return { agent_id: agent.id, agent_name: agent.name, calcom_account_id: account_id };
  });

  route(connectCalcomAgent, async ({ organization, params, change, body, now }) => {
    await change('organization', async (rows) => {
      const agent = await requireAgent(rows, organization.id, params.agent_id);
      const stored = await hashKey(body.api_key, random);
      if (await findPrivateAccount(rows, agent.id)) throw conflict('This agent already has a private key.');
      if (agent.calcom_account_id !== null) {
        throw conflict('This agent uses a Cal.com account of the workspace. Unlink it first.');
      }
      const ids = { id: newId(organization.id), organization_id: organization.id, agent_id: agent.id };
      const name = body.account_name?.trim() || 'Default';
      await rows.insert(calcomAccounts, newAccount({ ...ids, ...stored, name }, now));
    });
  });

  route(disconnectCalcomAgent, async ({ organization, params, change, now }) => {
    await change('organization', async (rows) => {
      const agent = await requireAgent(rows, organization.id, params.agent_id);
      const own = await findPrivateAccount(rows, agent.id);
      if (!own) throw notFound('This agent has no private key.');
      await disconnectAccounts(rows, [own], now);
    });
  });
}

import {
  assignCalcomAgentAccount,
  connectCalcomAgent,
  disconnectCalcomAgent,
  getCalcomAgentAccount,
  getCalcomAgentInfo,
  getCalcomAgentStatus,
} from '../../contract/calcom.js';
import { calcomAccounts, calcomLinks, type OrganizationRow } from '../db/tables.js';
import { conflict, notFound } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { accountsOf, agentOf, disconnect, keptOf, linkedAccountOf, privateAccountOf } from './calcom-accounts.js';
import { accountOnWire } from './calcom-routes.js';

const apiBaseUrl = 'https://api.cal.com/v2';

/** Which Cal.com account an agent books through: one to itself, or one of the workspace's, never both. */
export function calcomAgentRoutes(route: Route, { store, random, newId }: Services): void {
  route(getCalcomAgentStatus, async ({ organization, params }) => {
    const agent = await agentOf(store, organization.id, params.agent_id);
    const own = await privateAccountOf(store, agent.id);
    return { connected: !!own, status: own?.status ?? 'not_connected', accounts: own ? [accountOnWire(own)] : [] };
  });

  const effective = async ({
    organization,
    params,
  }: {
    organization: OrganizationRow;
    params: { agent_id?: string };
  }) => {
    const agent = await agentOf(store, organization.id, params.agent_id);
    const own = await privateAccountOf(store, agent.id);
    const account = own ?? (await linkedAccountOf(store, agent.id));
    if (!account) return { connected: false, type: 'none' };
    const { id: calcom_account_id, name: account_name, status } = account;
    const type = own ? 'agent' : 'org_linked';
    return { connected: true, type, calcom_account_id, account_name, status, api_base_url: apiBaseUrl };
  };
  route(getCalcomAgentInfo, effective);
  route(getCalcomAgentAccount, effective);

  route(assignCalcomAgentAccount, async ({ organization, params, body }) => {
    const id = body.calcom_account_id?.toLowerCase() ?? null;
    const agent = await store.transaction(`integrations:${organization.id}`, async (rows) => {
      const known = await agentOf(rows, organization.id, params.agent_id);
      if (await privateAccountOf(rows, known.id)) throw conflict('This agent has a key of its own');
      const accounts = await accountsOf(rows, organization.id);
      if (id !== null && !accounts.some((account) => account.id === id)) throw notFound('There is no such account');
      await rows.delete(calcomLinks, { agent_id: known.id });
      const link = { agent_id: known.id, organization_id: organization.id };
      if (id !== null) await rows.insert(calcomLinks, { ...link, account_id: id });
      return known;
    });
    return { agent_id: agent.id, agent_name: agent.name, calcom_account_id: id };
  });

  route(connectCalcomAgent, async ({ organization, params, body, now }) => {
    await store.transaction(`integrations:${organization.id}`, async (rows) => {
      const agent = await agentOf(rows, organization.id, params.agent_id);
      const kept = await keptOf(body.api_key, random);
      if (await privateAccountOf(rows, agent.id)) throw conflict('This agent has a key of its own already');
      if (await linkedAccountOf(rows, agent.id)) throw conflict('This agent books through an account of the workspace');
      await rows.insert(calcomAccounts, {
        ...kept,
        id: newId(organization.id),
        organization_id: organization.id,
        agent_id: agent.id,
        name: body.account_name?.trim() || 'Default',
        email: null,
        status: 'active',
        error: null,
        connected_at: now.toISOString(),
        disconnected_at: null,
      });
    });
  });

  route(disconnectCalcomAgent, async ({ organization, params, now }) => {
    await store.transaction(`integrations:${organization.id}`, async (rows) => {
      const agent = await agentOf(rows, organization.id, params.agent_id);
      const own = await privateAccountOf(rows, agent.id);
      if (!own) throw notFound('This agent has no key of its own');
      await disconnect(rows, [own], now);
    });
  });
}

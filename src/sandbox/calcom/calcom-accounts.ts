import { base64url, type Random, sha256 } from '../crypto/digest.js';
import type { Rows } from '../db/store.js';
import { type AgentRow, agents, type CalcomAccountRow, calcomAccounts, calcomLinks } from '../db/tables.js';
import { invalidRequest, notFound, Refusal } from '../http/http-error.js';

/** The workspace's connected accounts, the earliest first: that one is the primary, as long as Cal.com takes its key. */
export function accountsOf(rows: Rows, organizationId: string): Promise<CalcomAccountRow[]> {
  const where = { organization_id: organizationId, agent_id: null, disconnected_at: null };
  return rows.find(calcomAccounts, where, { orderBy: 'connected_at' });
}

/**
 * Those of the accounts that can be read, the primary first. Throws where nothing is connected, and where Cal.com
 * refuses every key there is.
 */
export async function readableAccountsOf(rows: Rows, organizationId: string): Promise<CalcomAccountRow[]> {
  const all = await accountsOf(rows, organizationId);
  if (!all.length) throw new Refusal(400, 'NOT_CONNECTED', 'No Cal.com account is connected');
  const readable = all.filter(({ status }) => status === 'active');
  if (!readable.length) throw new Refusal(502, 'BAD_GATEWAY', 'Cal.com refuses the key of every account');
  return readable;
}

/** The account an agent has to itself. */
export async function privateAccountOf(rows: Rows, agentId: string): Promise<CalcomAccountRow | undefined> {
  const [own] = await rows.find(calcomAccounts, { agent_id: agentId, disconnected_at: null });
  return own;
}

/** The workspace's account an agent is linked to. */
export async function linkedAccountOf(rows: Rows, agentId: string): Promise<CalcomAccountRow | undefined> {
  const link = await rows.get(calcomLinks, agentId);
  return link && rows.get(calcomAccounts, link.account_id);
}

/** Throws 404 unless it's an agent of the workspace. */
export async function agentOf(rows: Rows, organizationId: string, id = ''): Promise<AgentRow> {
  const [agent] = await rows.find(agents, { id: id.toLowerCase(), organization_id: organizationId });
  if (!agent) throw notFound('There is no such agent');
  return agent;
}

/** What is kept of a key that Cal.com takes. Throws 400 for one it refuses. */
export async function keptOf(key: string, random: Random) {
  if (!key.startsWith('cal_live_')) throw invalidRequest('Cal.com refuses this key');
  const salt = base64url(random(16));
  return { salt, key_hash: await sha256(salt + key) };
}

/** What is left of accounts that are disconnected: not the key. The workspace's agents no longer book through them. */
export async function disconnect(rows: Rows, accounts: readonly CalcomAccountRow[], now: Date): Promise<void> {
  for (const { id } of accounts) {
    const gone = { status: 'inactive', error: null, salt: null, key_hash: null, disconnected_at: now.toISOString() };
    await rows.update(calcomAccounts, { id }, gone);
    await rows.delete(calcomLinks, { account_id: id });
  }
}

import { base64url, type RandomBytes, sha256 } from '../crypto/digest.js';
import type { Rows } from '../db/store.js';
import { type AgentRow, agents, type CalcomAccountRow, calcomAccounts } from '../db/tables.js';
import { HttpError, invalidRequest, notFound } from '../http/http-error.js';

/** The organization's connected accounts, the earliest first. The first active one is the primary account. */
export function findAccounts(rows: Rows, organizationId: string): Promise<CalcomAccountRow[]> {
  const where = { organization_id: organizationId, agent_id: null, disconnected_at: null };
  return rows.find(calcomAccounts, where, { orderBy: 'connected_at' });
}

/** The active accounts. Throws 400 NOT_CONNECTED without an account, and 502 if Cal.com rejects every key. */
export async function findActiveAccounts(rows: Rows, organizationId: string): Promise<CalcomAccountRow[]> {
  const all = await findAccounts(rows, organizationId);
  if (!all.length) throw new HttpError(400, 'NOT_CONNECTED', 'No Cal.com account is connected.');
  const active = all.filter(({ status }) => status === 'active');
  if (!active.length)
    throw new HttpError(502, 'BAD_GATEWAY', 'Cal.com rejected the keys of all accounts. Reconnect them.');
  return active;
}

/** The private account of an agent. */
export async function findPrivateAccount(rows: Rows, agentId: string): Promise<CalcomAccountRow | undefined> {
  const [own] = await rows.find(calcomAccounts, { agent_id: agentId, disconnected_at: null });
  return own;
}

/** The account that an agent books through: its private account, else the linked account of the organization. */
export async function findAccountOfAgent(rows: Rows, { id, calcom_account_id: linkedId }: AgentRow) {
  const own = await findPrivateAccount(rows, id);
  const account = own ?? (linkedId === null ? undefined : await rows.get(calcomAccounts, linkedId));
  return { isPrivate: own !== undefined, account };
}

/** An agent of the organization. Throws 404. */
export async function requireAgent(rows: Rows, organizationId: string, id = ''): Promise<AgentRow> {
  const [agent] = await rows.find(agents, { id: id.toLowerCase(), organization_id: organizationId });
  if (!agent) throw notFound('Agent not found.');
  return agent;
}

/** A new account of the organization; `values` override the defaults. */
export function newAccount(
  values: Partial<CalcomAccountRow> & Pick<CalcomAccountRow, 'id' | 'organization_id'>,
  now: Date,
): CalcomAccountRow {
  return {
    agent_id: null,
    name: 'Default',
    email: null,
    status: 'active',
    error: null,
    salt: null,
    key_hash: null,
    connected_at: now.toISOString(),
    disconnected_at: null,
    ...values,
  };
}

/** The stored columns of a key. Throws 400 for a key that Cal.com rejects. */
export async function hashKey(key: string, random: RandomBytes) {
  if (!key.startsWith('cal_live_')) throw invalidRequest('Cal.com rejected this key. Check it and try again.');
  const salt = base64url(random(16));
  return { salt, key_hash: await sha256(salt + key) };
}

/** Deletes the keys of accounts, and unlinks their agents. */
export async function disconnectAccounts(rows: Rows, accounts: readonly CalcomAccountRow[], now: Date): Promise<void> {
  for (const { id } of accounts) {
    const change = { status: 'inactive', error: null, salt: null, key_hash: null, disconnected_at: now.toISOString() };
    await rows.update(calcomAccounts, { id }, change);
    await rows.update(agents, { calcom_account_id: id }, { calcom_account_id: null });
  }
}

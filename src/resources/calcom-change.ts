import { AgniError } from '../client/error.js';
import { assignCalcomAgentAccount, type CalcomAccount, disconnectCalcom } from '../contract/calcom.js';
import { connectCalcom } from '../contract/calcom-connection.js';
import type { ApiSession } from './api-session.js';
import { calcomResource } from './calcom.js';
import { calcomAgentsResource } from './calcom-agents.js';

/** Which account was connected. */
export interface ConnectedAccount {
  readonly id: string;
  readonly name: string | undefined;
}

/**
 * Connects an account. Where only the answer was lost, an account that wasn't there before tells that it came about.
 * No error it throws holds the key, not even one whose server repeated it.
 */
export async function connectAccount(
  session: ApiSession,
  account: { readonly api_key: string; readonly account_name?: string | undefined },
): Promise<ConnectedAccount> {
  const { status } = session.use(calcomResource);
  const before = new Set(accountsOf(session)?.map(({ id }) => id));
  const org_id = await session.organizationId();
  try {
    const { provider_id, account_name } = await session.client.call(connectCalcom, { body: { org_id, ...account } });
    await status.load();
    return { id: provider_id, name: account_name ?? account.account_name };
  } catch (error) {
    if (!(error instanceof AgniError)) throw error;
    if (error.isAnswerLost || error.status === 409) await status.load();
    const added = error.isAnswerLost ? freshAccountsOf(session)?.find(({ id }) => !before.has(id)) : undefined;
    if (added) return { id: added.id, name: added.account_name };
    throw withoutSecret(error, account.api_key);
  }
}

/** The same error, without a secret that a server said again. */
function withoutSecret(error: AgniError, secret: string): AgniError {
  const { status, code, message, details, operation, host, retryAfter } = error;
  if (!`${message}${JSON.stringify(details)}`.includes(secret)) return error;
  const fault = { status, code, message: message.replaceAll(secret, '…'), details: undefined };
  return new AgniError(fault, { operation, host, retryAfter });
}

/**
 * Disconnects one account, and always says which: without that the server would disconnect all of them. Gone already is
 * as good as gone now.
 */
export async function disconnectAccount(session: ApiSession, id: string): Promise<void> {
  const { status } = session.use(calcomResource);
  try {
    const org_id = await session.organizationId();
    await session.client.call(disconnectCalcom, { body: { org_id, provider_id: id } });
  } catch (error) {
    if (!(error instanceof AgniError)) throw error;
    // How a server calls an account that isn't there any more is not documented.
    if (error.isAnswerLost || [400, 404, 409].includes(error.status)) await status.load();
    const isGone = freshAccountsOf(session)?.every((account) => account.id !== id);
    if (!isGone) throw error;
  }
  const rest = accountsOf(session)?.filter((account) => account.id !== id);
  if (rest) status.set({ connected: rest.length > 0, accounts: rest });
  session.use(calcomAgentsResource).invalidate();
  void status.load();
}

/** Links an agent to an account of the workspace, or with `null` unlinks it. */
export async function assignAccount(session: ApiSession, agentId: string, accountId: string | null): Promise<void> {
  const agents = session.use(calcomAgentsResource);
  try {
    const query = { org_id: await session.organizationId() };
    const body = { calcom_account_id: accountId };
    await session.client.call(assignCalcomAgentAccount, { params: { agent_id: agentId }, query, body });
  } catch (error) {
    if (!(error instanceof AgniError)) throw error;
    if (error.status === 404) void session.use(calcomResource).status.load(); // the account may be gone
    if (!error.isAnswerLost && ![404, 409].includes(error.status)) throw error;
    const now = await agents.reread(agentId);
    const isDone = error.isAnswerLost && now && now.type !== 'agent' && (now.calcom_account_id ?? null) === accountId;
    if (!isDone) throw error;
    return;
  }
  const account = accountsOf(session)?.find(({ id }) => id === accountId);
  agents.set(agentId, {
    connected: accountId !== null,
    type: accountId === null ? 'none' : 'org_linked',
    calcom_account_id: accountId ?? undefined,
    account_name: account?.account_name,
    status: account?.status,
  });
  void agents.reread(agentId);
}

/** The accounts as last known. */
function accountsOf(session: ApiSession): readonly CalcomAccount[] | undefined {
  const { state } = session.use(calcomResource).status;
  return state.status === 'ready' ? (state.value.accounts ?? []) : undefined;
}

/** The accounts as the server just told them. */
function freshAccountsOf(session: ApiSession): readonly CalcomAccount[] | undefined {
  const { state } = session.use(calcomResource).status;
  return state.status === 'ready' && !state.error ? (state.value.accounts ?? []) : undefined;
}

import { AgniError } from '../client/error.js';
import { assignCalcomAgentAccount, type CalcomAccount, disconnectCalcom } from '../contract/calcom.js';
import { connectCalcom } from '../contract/calcom-connection.js';
import { calcomResource } from './calcom.js';
import { calcomAgentsResource } from './calcom-agents.js';
import type { Workspace } from './workspace.js';

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
  workspace: Workspace,
  account: { readonly api_key: string; readonly account_name?: string | undefined },
): Promise<ConnectedAccount> {
  const { status } = workspace.use(calcomResource);
  const before = new Set(accountsOf(workspace)?.map(({ id }) => id));
  const org_id = await workspace.organizationId();
  try {
    const { provider_id, account_name } = await workspace.client.call(connectCalcom, { body: { org_id, ...account } });
    await status.load();
    return { id: provider_id, name: account_name ?? account.account_name };
  } catch (error) {
    if (!(error instanceof AgniError)) throw error;
    if (error.isAnswerLost || error.status === 409) await status.load();
    const added = error.isAnswerLost ? freshAccountsOf(workspace)?.find(({ id }) => !before.has(id)) : undefined;
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
export async function disconnectAccount(workspace: Workspace, id: string): Promise<void> {
  const { status } = workspace.use(calcomResource);
  try {
    const org_id = await workspace.organizationId();
    await workspace.client.call(disconnectCalcom, { body: { org_id, provider_id: id } });
  } catch (error) {
    if (!(error instanceof AgniError)) throw error;
    // How a server calls an account that isn't there any more is not documented.
    if (error.isAnswerLost || [400, 404, 409].includes(error.status)) await status.load();
    const isGone = freshAccountsOf(workspace)?.every((account) => account.id !== id);
    if (!isGone) throw error;
  }
  const rest = accountsOf(workspace)?.filter((account) => account.id !== id);
  if (rest) status.set({ connected: rest.length > 0, accounts: rest });
  workspace.use(calcomAgentsResource).invalidate();
  void status.load();
}

/** Links an agent to an account of the workspace, or with `null` unlinks it. */
export async function assignAccount(workspace: Workspace, agentId: string, accountId: string | null): Promise<void> {
  const agents = workspace.use(calcomAgentsResource);
  try {
    const query = { org_id: await workspace.organizationId() };
    const body = { calcom_account_id: accountId };
    await workspace.client.call(assignCalcomAgentAccount, { params: { agent_id: agentId }, query, body });
  } catch (error) {
    if (!(error instanceof AgniError)) throw error;
    if (error.status === 404) void workspace.use(calcomResource).status.load(); // the account may be gone
    if (!error.isAnswerLost && ![404, 409].includes(error.status)) throw error;
    const now = await agents.reread(agentId);
    const isDone = error.isAnswerLost && now && now.type !== 'agent' && (now.calcom_account_id ?? null) === accountId;
    if (!isDone) throw error;
    return;
  }
  const account = accountsOf(workspace)?.find(({ id }) => id === accountId);
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
function accountsOf(workspace: Workspace): readonly CalcomAccount[] | undefined {
  const { state } = workspace.use(calcomResource).status;
  return state.status === 'ready' ? (state.value.accounts ?? []) : undefined;
}

/** The accounts as the server just told them. */
function freshAccountsOf(workspace: Workspace): readonly CalcomAccount[] | undefined {
  const { state } = workspace.use(calcomResource).status;
  return state.status === 'ready' && !state.error ? (state.value.accounts ?? []) : undefined;
}

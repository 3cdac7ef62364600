import { AgniError } from '../client/error.js';
import * as endpoints from '../contract/calcom.js';
import { assignCalcomAgentAccount as assign } from '../contract/calcom-agents.js';
import { connectCalcom as connect } from '../contract/calcom-connection.js';
import type { ApiSession } from './api-session.js';
import { disconnectService } from './bookings.js';
import { calcomResource } from './calcom.js';
import { calcomAgentsResource } from './calcom-agents.js';
import { calcomBookingsResource } from './calcom-bookings.js';
import { freshValue, mutate } from './mutation.js';

/** The account that was connected. */
export interface ConnectedAccount {
  readonly id: string;
  readonly name: string | undefined;
}

/**
 * Connects an account. After a lost answer, an account that was not in the list before is the result. The API key is
 * removed from an error in which the server repeats it.
 */
export async function connectCalcom(
  session: ApiSession,
  account: { readonly api_key: string; readonly account_name?: string | undefined },
): Promise<ConnectedAccount> {
  const { status } = session.use(calcomResource);
  const before = freshValue(status.state);
  const isNew = ({ id }: endpoints.CalcomAccount) => before && !before.accounts?.some((one) => one.id === id);
  const org_id = await session.organizationId();
  const connected = await mutate({
    resource: status,
    write: async (): Promise<ConnectedAccount> => {
      const { provider_id, account_name } = await session.client.call(connect, { body: { org_id, ...account } });
      return { id: provider_id, name: account_name ?? account.account_name };
    },
    confirm: ({ accounts }) => {
      const added = accounts?.find(isNew);
      return added && { id: added.id, name: added.account_name };
    },
  }).catch((error: unknown) => {
    throw error instanceof AgniError ? withoutSecret(error, account.api_key) : error;
  });
  await status.refetch();
  return connected;
}

/** The same error, without a secret that the server repeated. */
function withoutSecret(error: AgniError, secret: string): AgniError {
  const { status, code, message, details, operation, host, retryAfter } = error;
  if (!`${message}${JSON.stringify(details)}`.includes(secret)) return error;
  const fault = { status, code, message: message.replaceAll(secret, '…'), details: undefined };
  return new AgniError(fault, { operation, host, retryAfter });
}

/** Disconnects one account. The body always has `provider_id`: without it, the server would disconnect all accounts. */
export async function disconnectCalcom(session: ApiSession, id: string): Promise<void> {
  const { status } = session.use(calcomResource);
  const isOther = (account: endpoints.CalcomAccount) => account.id !== id;
  const org_id = await session.organizationId();
  const { eventTypes, appointments } = session.use(calcomBookingsResource);
  await disconnectService([eventTypes, appointments], () =>
    mutate({
      resource: status,
      write: () => session.client.call(endpoints.disconnectCalcom, { body: { org_id, provider_id: id } }),
      confirm: ({ accounts = [] }) => (accounts.every(isOther) ? null : undefined),
      confirmStatuses: [400, 404, 409], // the answer for an account that no longer exists is not documented
      apply: () => {
        status.update(({ accounts = [] }) => {
          const rest = accounts.filter(isOther);
          return { connected: rest.length > 0, accounts: rest };
        });
        status.invalidate();
        session.use(calcomAgentsResource).invalidate();
      },
    }),
  );
}

/** Links an agent to an account of the organization, or unlinks it with `null`. */
export async function assignCalcomAgentAccount(
  session: ApiSession,
  agentId: string,
  accountId: string | null,
): Promise<void> {
  const { status } = session.use(calcomResource);
  const agents = session.use(calcomAgentsResource);
  const query = { org_id: await session.organizationId() };
  await mutate({
    resource: agents.one(agentId),
    basis: status,
    write: async () => {
      const params = { agent_id: agentId };
      const body = { calcom_account_id: accountId };
      await session.client.call(assign, { params, query, body });
      return null;
    },
    confirm: ({ type, calcom_account_id = null }) => {
      return type !== 'agent' && calcom_account_id === accountId ? null : undefined;
    },
    apply: () => {
      const account = freshValue(status.state)?.accounts?.find(({ id }) => id === accountId);
      agents.set(agentId, {
        connected: accountId !== null,
        type: accountId === null ? 'none' : 'org_linked',
        calcom_account_id: accountId ?? undefined,
        account_name: account?.account_name,
        status: account?.status,
      });
      void agents.one(agentId).refetch();
    },
  }).catch((error: unknown) => {
    if (error instanceof AgniError && error.status === 404) status.invalidate(); // the account may no longer exist
    throw error;
  });
}

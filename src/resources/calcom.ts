import { type CalcomAccount, type CalcomStatus, getCalcomStatus } from '../contract/calcom.js';
import type { ApiSession } from './api-session.js';

/** State of the connection to Cal.com; `reconnect`: the connection or one of its accounts no longer works. */
export type CalcomConnection = 'none' | 'reconnect' | 'active';

/** Whether the server reports that Cal.com no longer accepts an account's key. */
export function isBroken({ status, error }: Pick<CalcomAccount, 'status' | 'error'>): boolean {
  return !!error || (status ?? 'active').toLowerCase() !== 'active';
}

/** The state of the connection by the status route (docs/contract.md 11.1). A status with accounts is never `none`. */
export function calcomConnectionOf({ connected, error, accounts = [] }: CalcomStatus): CalcomConnection {
  if (!connected && !accounts.length) return 'none';
  return !connected || error || accounts.some(isBroken) ? 'reconnect' : 'active';
}

/** The organization's Cal.com accounts, as the status route lists them. */
export function calcomResource(session: ApiSession) {
  const { client } = session;
  return {
    status: session.resource(async (call) =>
      client.call(getCalcomStatus, { query: { org_id: await session.organizationId() } }, call),
    ),
  };
}

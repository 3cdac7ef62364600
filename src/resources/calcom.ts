import { type CalcomAccount, type CalcomStatus, getCalcomStatus } from '../contract/calcom.js';
import type { ApiSession } from './api-session.js';

/** How the workspace stands with Cal.com: `reconnect` where an account, or all of it, no longer works. */
export type CalcomConnection = 'none' | 'reconnect' | 'active';

/** Whether Cal.com no longer takes an account's key, as far as the server says. */
export function isBroken({ status, error }: Pick<CalcomAccount, 'status' | 'error'>): boolean {
  return !!error || (status ?? 'active').toLowerCase() !== 'active';
}

/** What the status route's answer amounts to (docs/contract.md 11.1): its accounts count, where it names any. */
export function calcomConnectionOf({ connected, error, accounts = [] }: CalcomStatus): CalcomConnection {
  if (!connected && !accounts.length) return 'none';
  return !connected || error || accounts.some(isBroken) ? 'reconnect' : 'active';
}

/** The workspace's Cal.com accounts, as the status route tells of them. */
export function calcomResource(session: ApiSession) {
  const { client } = session;
  return {
    status: session.resource(async (call) =>
      client.call(getCalcomStatus, { query: { org_id: await session.organizationId() } }, call),
    ),
  };
}

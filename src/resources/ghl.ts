import { type GhlSetupStatus, getGhlSetupStatus } from '../contract/ghl.js';
import type { ApiSession } from './api-session.js';

/** How the workspace stands with GoHighLevel. A connection whose token died is none: it asks to be renewed. */
export type GhlConnection = 'none' | 'reconnect' | 'incomplete' | 'active';

/** What the status route's answer amounts to (docs/contract.md 10.1). */
export function ghlConnectionOf({ ghl_connected, token_valid, next_step }: GhlSetupStatus): GhlConnection {
  if (!ghl_connected) return 'none';
  if (token_valid === false) return 'reconnect';
  return next_step === 'CREATE_AGENT' ? 'incomplete' : 'active';
}

/** The workspace's connection to GoHighLevel, as the status route tells it; nothing else is believed. */
export function ghlResource(session: ApiSession) {
  return { status: session.resource((call) => session.client.call(getGhlSetupStatus, {}, call)) };
}

import { clientError } from '../client/error.js';
import * as endpoints from '../contract/ghl.js';
import type { ApiSession } from './api-session.js';

/** State of the connection to GoHighLevel; `reconnect`: its token died. */
export type GhlConnection = 'none' | 'reconnect' | 'incomplete' | 'active';

/** The state that an answer of the status route stands for (docs/contract.md 10.1). */
export function ghlConnectionOf({ ghl_connected, token_valid, next_step }: endpoints.GhlSetupStatus): GhlConnection {
  if (!ghl_connected) return 'none';
  if (token_valid === false) return 'reconnect';
  return next_step === 'CREATE_AGENT' ? 'incomplete' : 'active';
}

/** Whether agents can book, so that there are calendars and appointments to read. */
export function isGhlLive(status: endpoints.GhlSetupStatus): boolean {
  return ['active', 'incomplete'].includes(ghlConnectionOf(status));
}

/** The organization's connection to GoHighLevel. Only the status route tells it; no message of a window does. */
export function ghlResource(session: ApiSession) {
  return { status: session.resource((call) => session.client.call(endpoints.getGhlSetupStatus, {}, call)) };
}

/**
 * The address that asks GoHighLevel's user for consent: the host's, else the API's own, which lets a browser in by its
 * session cookie alone (docs/contract.md 10.2). Throws `HOST_MISTAKE` where the host's is no web address.
 */
export async function ghlAuthorizeUrl(
  session: ApiSession,
  startUrl?: (organizationId: string) => string,
): Promise<string> {
  const id = await session.organizationId();
  const own = session.client.address(endpoints.authorizeGhl.path);
  own.searchParams.set('organization_id', id);
  const url = startUrl ? webAddress(startUrl(id), own) : own;
  if (url) return url.href;
  const place = { operation: endpoints.authorizeGhl.name, host: '' };
  throw clientError('HOST_MISTAKE', { ...place, message: 'ghlStartUrl must return an http(s) address' });
}

function webAddress(text: string, base: URL): URL | undefined {
  try {
    const url = new URL(text, globalThis.location?.href ?? base);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined; // no address at all
  }
}

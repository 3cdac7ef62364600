import { clientError } from '../client/error.js';
import * as endpoints from '../contract/ghl.js';
import type { ApiSession } from './api-session.js';

/** State of the connection to GoHighLevel; `reconnect`: its token no longer works. */
export type GhlConnection = 'none' | 'reconnect' | 'incomplete' | 'active';

/** The state of the connection by the status route (docs/contract.md 10.1). */
export function ghlConnectionOf({ ghl_connected, token_valid, next_step }: endpoints.GhlSetupStatus): GhlConnection {
  if (!ghl_connected) return 'none';
  if (token_valid === false) return 'reconnect';
  return next_step === 'CREATE_AGENT' ? 'incomplete' : 'active';
}

/** Whether the connection works, so that calendars and appointments can be read. */
export function isGhlLive(status: endpoints.GhlSetupStatus): boolean {
  return ['active', 'incomplete'].includes(ghlConnectionOf(status));
}

/** The organization's connection to GoHighLevel, by the status route only: messages of a window can be forged. */
export function ghlResource(session: ApiSession) {
  return { status: session.resource((call) => session.client.call(endpoints.getGhlSetupStatus, {}, call)) };
}

/**
 * The URL that starts the consent of GoHighLevel's user: the host's, else the API's own, which accepts only the session
 * cookie of a browser (docs/contract.md 10.2). Throws `HOST_MISTAKE` if the host's URL is not http(s).
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
    return undefined; // not a URL
  }
}

import { AgniError } from '../client/error.js';
import { authorizeGhl, disconnectGhl } from '../contract/ghl.js';
import type { ApiSession } from './api-session.js';
import { ghlResource } from './ghl.js';

/**
 * Where a window has to go to have GoHighLevel asked for its consent: where the host says, else the API's own start,
 * which a browser is let into by its session cookie alone (docs/contract.md 10.2). Throws `HOST_MISTAKE` for what is no
 * web address.
 */
export async function ghlStart(session: ApiSession, startUrl?: (organizationId: string) => string): Promise<string> {
  const id = await session.organizationId();
  const own = session.client.address(authorizeGhl.path);
  own.searchParams.set('organization_id', id);
  const address = startUrl ? webAddress(startUrl(id), own) : own;
  if (address) return address.href;
  throw new AgniError(
    { status: 0, code: 'HOST_MISTAKE', message: 'ghlStartUrl must answer an http(s) address', details: undefined },
    { operation: authorizeGhl.name, host: '' },
  );
}

function webAddress(text: string, base: URL): URL | undefined {
  try {
    const url = new URL(text, globalThis.location?.href ?? base);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined; // no address at all
  }
}

/** Cuts the connection. Where only the answer was lost, the status route says what came of it. */
export async function disconnectGhlConnection(session: ApiSession): Promise<void> {
  const { status } = session.use(ghlResource);
  try {
    await session.client.call(disconnectGhl, {});
  } catch (error) {
    if (!(error instanceof AgniError && error.isAnswerLost)) throw error;
    await status.load();
    const { state } = status;
    if (state.status !== 'ready' || state.error || state.value.ghl_connected) throw error;
    return;
  }
  // Certain by now, whether or not it can be read again.
  status.set({ ghl_connected: false });
  void status.load();
}

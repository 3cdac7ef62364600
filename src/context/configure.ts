import { ContextProvider } from '@lit/context';
import { Host, type HostOptions, watchPage } from './host.js';
import { hostContextKey } from './host-context.js';

let page: { host: Host; options: HostOptions } | undefined;

/**
 * Does for the whole page what `<agni-provider>` does for what's inside it; a provider that is nearer wins. May be
 * called before or after panes exist, and again with only what changes. Its events fire at `document`.
 */
export function configure(options: HostOptions): void {
  if (!globalThis.document) return;
  page ??= openPage();
  page.options = { ...page.options, ...options };
  page.host.update(page.options);
}

function openPage() {
  const context = new ContextProvider(document.documentElement, { context: hostContextKey });
  const host = new Host(document, (hostContext) => context.setValue(hostContext));
  context.hostConnected(); // announces it to panes that asked before
  watchPage(host);
  return { host, options: {} };
}

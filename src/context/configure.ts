import { ContextProvider } from '@lit/context';
import { Host, type HostOptions, watchPage } from './host.js';
import { hostContextKey } from './host-context.js';

let page: { host: Host; options: HostOptions } | undefined;

/**
 * Configures the whole page as `<agni-provider>` configures its content; a nearer provider wins. Can be called before
 * or after elements exist, and again with only the options that change. The provider's events fire on `document`.
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
  context.hostConnected(); // announces the context to elements that requested it before
  watchPage(host);
  return { host, options: {} };
}

import { announceProvider, provideContext } from './context-provider.js';
import { Host, type HostOptions, watchPage } from './host.js';

let page: { host: Host; options: HostOptions } | undefined;

/**
 * Does for the whole page what `<agni-provider>` does for its content; a nearer provider wins. Can be called before or
 * after elements exist, and again with only the options that change. The provider's events fire at `document`.
 */
export function configure(options: HostOptions): void {
  if (!globalThis.document) return;
  page ??= openPage();
  page.options = { ...page.options, ...options };
  page.host.update(page.options);
}

function openPage() {
  const host = new Host(document, provideContext(document.documentElement));
  announceProvider(document.documentElement);
  watchPage(host);
  return { host, options: {} };
}

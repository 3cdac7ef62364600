import type { HostOptions } from '../context/host.js';
import { loaders } from './loaders.js';

/** Milliseconds until a failed load is retried. */
const retryMs = 5000;

/** Imports what all elements need, and registers the provider. */
const loadShared = () => import('./start.js');

/** Calls a loader until it succeeds. */
async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: a mistake in the element must not look like a failed connection
    console.error(error);
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    return untilLoaded(load);
  }
}

/** As `configure` of the package. Resolves when the options apply. */
export async function configure(options: HostOptions): Promise<void> {
  const [page] = await untilLoaded(() => Promise.all([import('../context/configure.js'), loadShared()]));
  page.configure(options);
}

/**
 * Loads each element when its tag first appears below `root`, now or later. The script tag observes the document; a
 * host calls this function for its own shadow roots.
 */
export function observe(root: Document | ShadowRoot): void {
  const loadHub = () => {
    // Loads the hub's first pane in parallel. If this fails, opening the pane retries the load and reports a failure.
    const isUsual = !location.hash && root.querySelector('agni-settings:not([pane], [panes])');
    if (isUsual) loaders['agni-org-settings']?.().catch(() => undefined);
    return loaders['agni-settings']?.();
  };
  observeTags(root, { 'agni-provider': loadShared, ...loaders, 'agni-settings': loadHub });
}

/** Calls the loader of each tag when the tag first appears below `root`. Later, it searches only added nodes. */
export function observeTags(root: Node, tagLoaders: Readonly<Record<string, () => unknown>>): void {
  const selector = Object.keys(tagLoaders).join();
  const missing = new Map(Object.entries(tagLoaders));
  const load = async (tag: string) => {
    const loader = missing.get(tag);
    missing.delete(tag);
    if (loader) await untilLoaded(() => Promise.all([loader(), loadShared()]));
  };
  const look = (node: Node) => {
    void load(node.nodeName.toLowerCase());
    if (!node.firstChild || !missing.size) return;
    for (const { localName } of (node as Element).querySelectorAll(selector)) void load(localName);
  };
  const observer = new MutationObserver((records) => {
    for (const { type, addedNodes } of records) {
      // Elements then look for their host and their language again; the language may not be loaded yet.
      if (type === 'attributes') document.dispatchEvent(new Event('context-provider'));
      addedNodes.forEach(look);
    }
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['lang'] });
  look(root);
}

import type { HostOptions } from '../context/host.js';
import { createLoaders } from './loaders.js';

/** Milliseconds until a failed load is retried. */
const retryMs = 5000;

/** Calls a loader until it succeeds. */
async function untilLoaded<T>(load: () => T | Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: a mistake in the element must not look like a failed connection
    console.error(error);
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    return untilLoaded(load);
  }
}

let shared: Promise<typeof import('./start.js')> | undefined;

/** Imports what all elements need, and registers the provider. Never rejects. */
function loadShared() {
  shared ??= untilLoaded(() => import('./start.js'));
  return shared;
}

const loaders = createLoaders(loadShared);

/** As `configure` of the package. Resolves when the options apply. */
export async function configure(options: HostOptions): Promise<void> {
  (await loadShared()).configure(options);
}

/**
 * Loads each element when its tag first appears below `root`, now or later. The script tag observes the document; a
 * host calls this function for its own shadow roots.
 */
export function observe(root: Document | ShadowRoot): void {
  void loadShared();
  observeTags(root, loaders);
}

/** Calls the loader of each tag when the tag first appears below `root`. Later, it searches only added nodes. */
export function observeTags(root: Node, tagLoaders: Readonly<Record<string, () => unknown>>): void {
  const selector = Object.keys(tagLoaders).join();
  const missing = new Map(Object.entries(tagLoaders));
  const load = (tag: string) => {
    const loader = missing.get(tag);
    missing.delete(tag);
    if (loader) void untilLoaded(loader);
  };
  const look = (node: Node) => {
    load((node as Element).localName); // undefined for texts
    if (!node.firstChild || !missing.size) return;
    for (const { localName } of (node as Element).querySelectorAll(selector)) load(localName);
  };
  const observer = new MutationObserver((records) => {
    for (const { type, addedNodes } of records) {
      // As `updateElements()` of the module of languages, which belongs to the shared code.
      if (type === 'attributes') document.dispatchEvent(new Event('context-provider'));
      addedNodes.forEach(look);
    }
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['lang'] });
  look(root);
}

import { updateElements } from '../locales/languages.js';
import { loaders } from './loaders.js';

/** Milliseconds until a failed load of an element is retried. */
const retryMs = 5000;

/**
 * Loads each element when its tag first appears below `root`, now or later. The script tag observes the document; a
 * host calls this function for its own shadow roots.
 */
export function observe(root: Document | ShadowRoot): void {
  const loadHub = () => {
    // Loads the hub's first pane in parallel. If this fails, opening the pane retries the load and reports a failure.
    const isUsual = !location.hash && root.querySelector('agni-settings:not([pane], [panes])');
    if (isUsual) loaders['agni-org-settings']?.().catch(() => undefined);
    return import('./settings.js');
  };
  observeTags(root, { ...loaders, 'agni-settings': loadHub }); // the hub is not one of its own panes
}

/** Calls the loader of each tag when the tag first appears below `root`. Later, it searches only added nodes. */
export function observeTags(root: Node, tagLoaders: Readonly<Record<string, () => Promise<unknown>>>): void {
  const selector = Object.keys(tagLoaders).join();
  const missing = new Map(Object.entries(tagLoaders));
  const load = async (tag: string) => {
    const loader = missing.get(tag);
    if (!loader) return;
    missing.delete(tag);
    try {
      await loader();
      if (!missing.size) observer.disconnect();
    } catch (error) {
      // biome-ignore lint/suspicious/noConsole: a mistake in the element must not look like a failed connection
      console.error(error);
      missing.set(tag, loader);
      setTimeout(load, retryMs, tag);
    }
  };
  const look = (node: Node) => {
    void load(node.nodeName.toLowerCase());
    if (!node.firstChild) return;
    for (const { localName } of (node as Element).querySelectorAll(selector)) void load(localName);
  };
  const observer = new MutationObserver((records) => {
    for (const { type, addedNodes } of records) {
      if (type === 'attributes') updateElements(); // elements may need another language, which is not loaded yet
      addedNodes.forEach(look);
    }
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['lang'] });
  look(root);
}

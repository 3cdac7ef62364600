import { updateElements } from '../locales/languages.js';
import { loaders } from './loaders.js';

/** Milliseconds until an element that could not be loaded is tried again. */
const retryMs = 5000;

/**
 * Loads each element when its tag first appears below `root`, from now on. The script tag observes the document; a host
 * calls this for its own shadow roots.
 */
export function observe(root: Document | ShadowRoot): void {
  const loadHub = () => {
    // Beside the hub, the pane that it opens first. If that fails, opening the pane tries again and reports the failure.
    const isUsual = !location.hash && root.querySelector('agni-settings:not([pane], [panes])');
    if (isUsual) loaders['agni-org-settings']?.().catch(() => undefined);
    return import('./settings.js');
  };
  observeTags(root, { ...loaders, 'agni-settings': loadHub }); // the hub is not one of its own panes
}

/** Calls the loader of each tag when the tag first appears below `root`. Looks only at nodes that are added. */
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
      // biome-ignore lint/suspicious/noConsole: a mistake in the element must not pass for a bad connection
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
      if (type === 'attributes') updateElements(); // another language may be wanted, none of which is loaded yet
      addedNodes.forEach(look);
    }
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['lang'] });
  look(root);
}

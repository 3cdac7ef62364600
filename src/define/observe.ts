import { loaders } from './loaders.js';

/** Every element that can be loaded on demand; the hub is none of its own panes. */
const all = { ...loaders, 'agni-settings': () => import('./settings.js') };

/**
 * Loads each pane when its tag first appears below `root`, from now on. The document is observed by the script tag;
 * a host calls this for shadow roots of its own.
 */
export function observe(root: Document | ShadowRoot): void {
  const pending = new Set(Object.keys(all) as (keyof typeof all)[]);
  const look = () => {
    for (const tag of pending) {
      if (!root.querySelector(tag)) continue;
      pending.delete(tag);
      // After a bad connection the next change of the page tries again.
      all[tag]().catch(() => pending.add(tag));
    }
    if (!pending.size) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  look();
}

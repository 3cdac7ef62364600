import { type ElementEntry, registry } from '../elements/registry.js';
import type { define } from './define.js';

/** Imports and registers an element with its parts. Rejects if a module can't be loaded. */
type Loader = () => Promise<void>;

/** The loaders of all elements by tag, except the provider. `start` resolves to what registers an element. */
export function createLoaders(start: () => Promise<{ define: typeof define }>): Readonly<Record<string, Loader>> {
  const loaders: Record<string, Loader> = {
    'agni-settings': async () => {
      // Loads the hub's first pane in parallel. If this fails, opening the pane retries the load and reports a failure.
      const isUsual = !location.hash && document.querySelector('agni-settings:not([pane], [panes])');
      if (isUsual) loaders['agni-org-settings']?.().catch(() => undefined);
      const [{ AgniSettings }, kit] = await Promise.all([import('../elements/settings/agni-settings.js'), start()]);
      AgniSettings.loaders = loaders;
      kit.define('agni-settings', AgniSettings);
    },
  };
  for (const { tag, load, parts = [] } of registry as readonly ElementEntry[]) {
    loaders[tag] = async () => {
      const [element, kit] = await Promise.all([load(), start(), ...parts.map((part) => loaders[part]?.())]);
      kit.define(tag, element);
    };
  }
  return loaders;
}

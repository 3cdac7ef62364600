import { type ElementEntry, type Loader, registry } from '../elements/registry.js';

/** The loaders of all elements by tag, except the provider. */
export const loaders: Record<string, Loader> = {};

for (const { tag, load, parts = [] } of registry as readonly ElementEntry[]) {
  loaders[tag] = async () => {
    const [element] = await Promise.all([load(), ...parts.map((part) => loaders[part]?.())]);
    element.define(tag);
    return [tag, ...parts];
  };
}

loaders['agni-settings'] = async () => {
  const { AgniSettings } = await import('../elements/settings/agni-settings.js');
  AgniSettings.loaders = loaders;
  AgniSettings.define('agni-settings');
  return ['agni-settings'];
};

import { loaders } from './loaders.js';
import { register } from './register.js';

/** Loads and registers any element by its tag; the provider at once, so that the elements inside have their host. */
export async function load(tag: string): Promise<void> {
  register();
  if (tag !== 'agni-settings') return loaders[tag]?.();
  const { AgniSettings } = await import('../elements/settings/agni-settings.js');
  AgniSettings.loaders = loaders;
  register({ [tag]: AgniSettings });
}

import { isLocal } from '../elements/base/pane-events.js';
import { loaders } from './loaders.js';
import { register } from './register.js';

/** Loads and registers any element by its tag; the provider at once, so that the elements inside have their host. */
export async function load(tag: string): Promise<void> {
  register();
  if (tag === 'agni-provider' && isLocal) {
    // JSX knows every tag, but only components load theirs.
    const { reportMistakes } = await import('../elements/base/error-words.lazy.js');
    return reportMistakes();
  }
  if (tag !== 'agni-settings') return loaders[tag]?.();
  const { AgniSettings } = await import('../elements/settings/agni-settings.js');
  AgniSettings.loaders = loaders;
  register({ [tag]: AgniSettings });
}

import { isLocal } from '../elements/base/pane-events.js';
import { define } from './define.js';
import { createLoaders } from './loaders.js';
import { register } from './register.js';

const loaders = createLoaders(async () => ({ define }));

/** Loads and registers an element by its tag; the provider synchronously, so that the elements inside have a host. */
export async function load(tag: string): Promise<void> {
  register();
  if (tag === 'agni-provider' && isLocal) {
    // JSX accepts every tag, but only components load their element, so tags that are not registered are reported.
    const { reportMistakes } = await import('../elements/base/error-words.lazy.js');
    return reportMistakes();
  }
  await loaders[tag]?.();
}

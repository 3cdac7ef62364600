import { type ElementEntry, registry } from '../elements/registry.js';
import { define } from './define.js';

type Loader = () => Promise<void>;

/** Imports and registers each element with its parts, by tag. A loader rejects if a module can't be loaded. */
export const loaders: Readonly<Record<string, Loader>> = Object.fromEntries(
  registry.map(({ tag, load, parts = [] }: ElementEntry) => {
    const loader: Loader = async () => {
      const [element] = await Promise.all([load(), ...parts.map((part) => loaders[part]?.())]);
      define(tag, element);
    };
    return [tag, loader];
  }),
);

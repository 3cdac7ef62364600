import { AgniProvider } from '../context/agni-provider.js';
import { define } from './define.js';

/**
 * Registers the provider, and then elements by tag, in the given order: parts first. Entries of the package import only
 * this and classes: the dev servers of Vite and Angular turn entries that import each other into a deadlock.
 */
export function register(elements: Readonly<Record<string, CustomElementConstructor>> = {}): void {
  for (const [tag, element] of Object.entries({ 'agni-provider': AgniProvider, ...elements })) define(tag, element);
}

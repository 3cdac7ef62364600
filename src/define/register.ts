import { AgniProvider } from '../context/agni-provider.js';
import { define } from './define.js';

/**
 * Registers elements by tag, parts first, and the provider around them. The entries of the package import this and classes, never one
 * another: the dev servers of Vite and Angular turn entries that import each other into modules that wait for each other.
 */
export function register(elements: Readonly<Record<string, CustomElementConstructor>> = {}): void {
  for (const [tag, element] of Object.entries({ 'agni-provider': AgniProvider, ...elements })) define(tag, element);
}

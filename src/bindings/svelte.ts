import type { HTMLAttributes } from 'svelte/elements';
import type { AgniElements, AgniProperties, AgniTag } from './elements.js';

type Elements = AgniElements<HTMLAttributes<HTMLElement>>;
type Values = { [Tag in AgniTag]: AgniProperties<Tag> }[AgniTag];

/**
 * Sets properties of an element in the browser: `{@attach properties({ getToken })}`. If they were attributes, Svelte
 * would write them into a page rendered on a server, functions with their source.
 */
export const properties =
  (values: Values) =>
  (element: Element): void =>
    void Object.assign(element, values);

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}

import type { HTMLAttributes } from 'svelte/elements';
import type { AgniElements } from './elements.js';

type Elements = AgniElements<HTMLAttributes<HTMLElement>>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}

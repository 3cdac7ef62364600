import type { HTMLAttributes } from 'vue';
import type { AgniHandlers, AgniProperties, AgniTag } from './elements.js';

type Props<Tag extends AgniTag> = AgniProperties<Tag> & Omit<HTMLAttributes, keyof AgniProperties<Tag>> & AgniHandlers;

/** The elements as Vue's template checker takes them. */
type Elements = { [Tag in AgniTag]: new () => { $props: Props<Tag> } };

/** For `isCustomElement` in the options of Vue's compiler, which otherwise looks for components of these names. */
export const isCustomElement = (tag: string): boolean => tag.startsWith('agni-');

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}

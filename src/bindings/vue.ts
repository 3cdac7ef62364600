import type { HTMLAttributes } from 'vue';
import type { AgniHandlers, AgniProperties, AgniTag } from './elements.js';

/** A template can also set a number by an attribute, which is text: `heading-level="1"`. */
type Written<Properties> = {
  [Name in keyof Properties]: Properties[Name] | (NonNullable<Properties[Name]> extends number ? `${number}` : never);
};

type Props<Tag extends AgniTag> = Written<AgniProperties<Tag>> &
  Omit<HTMLAttributes, keyof AgniProperties<Tag>> &
  AgniHandlers;

/** The elements as Vue's template checker takes them. */
type Elements = { [Tag in AgniTag]: new () => { $props: Props<Tag> } };

/** For `isCustomElement` in the options of Vue's compiler, which otherwise looks for components of these names. */
export const isCustomElement = (tag: string): boolean => tag.startsWith('agni-');

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}

import type { JSX } from 'solid-js';
import type { AgniAttributes, AgniEvents, AgniProperties, AgniTag } from './elements.js';

/** Solid ignores the case of names in JSX, so properties need the prefix `prop:`, as in `prop:getToken`. */
type Elements = {
  [Tag in AgniTag]: Omit<JSX.HTMLAttributes<HTMLElementTagNameMap[Tag]>, keyof AgniAttributes<Tag>> &
    AgniAttributes<Tag> & {
      [Name in keyof AgniProperties<Tag> & string as `prop:${Name}`]?: AgniProperties<Tag>[Name];
    } & { [Name in keyof AgniEvents as `on:${Name}`]?: (event: AgniEvents[Name]) => void };
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}

import type { JSX } from 'solid-js';
import type { AgniAttributes, AgniEvents, AgniProperties, AgniTag } from './elements.js';

/** Solid reads names in JSX without regard to case, so properties need their prefix: `prop:getToken`. */
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

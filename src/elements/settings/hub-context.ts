import type { CSSResult } from 'lit';
import type { LazyPart } from '../base/lazy-part.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';
import type { NavigationItem } from './navigation-items.js';

/** What the lazily loaded parts of the hub work with. */
export interface HubContext extends PaneContext<typeof en> {
  /** What the navigation lists. */
  items(): readonly NavigationItem[];
  /** Fields that are not shown, each after its pane. */
  hide(): string;
  /** Adds the styles of a part that is loaded lazily. */
  adopt(styles: CSSResult): void;
  /** What to show of a part that could not be loaded. */
  lazyFailure(part: Pick<LazyPart<unknown>, 'hasFailed' | 'load'>): unknown;
  /** Loads and registers the element of a tag, if anything does. */
  load(tag: string): Promise<unknown> | undefined;
  /** Goes to a pane, and to a place in it, such as a field by its name. */
  go(pane: string, place?: string): void;
}

import type { CSSResult } from 'lit';
import type { LazyPart } from '../base/lazy-part.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';
import type { NavigationItem } from './navigation-items.js';

/** The context of the lazily loaded parts of the hub. */
export interface HubContext extends PaneContext<typeof en> {
  /** The items of the navigation. */
  items(): readonly NavigationItem[];
  /** Fields that are not shown, each after its pane. */
  hide(): string;
  /** Adds the styles of a part that is loaded lazily. */
  adopt(...styles: CSSResult[]): void;
  /** The notice for a part that could not be loaded; nothing if the part did not fail. */
  lazyFailure(part: Pick<LazyPart<unknown>, 'hasFailed' | 'load'>): unknown;
  /** Loads and registers the element of a tag; `undefined` if the tag has no loader. */
  load(tag: string): Promise<unknown> | undefined;
  /** Goes to a pane, and to a place in it, such as a field by its name. */
  go(pane: string, place?: string): void;
}

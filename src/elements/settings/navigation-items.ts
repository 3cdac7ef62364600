import type { Outline } from '../../ui/icon.js';
import { panes } from '../panes.js';

/** An item of the navigation: a pane of the kit, or a pane of the host's own, which has no tag. */
export interface NavigationItem {
  readonly id: string;
  readonly label: string;
  readonly icon: Outline;
  /** Key of the group's label; empty for the host's own panes. */
  readonly group: string;
  readonly tag: string | undefined;
}

/** Ids of the kit's panes, in the order of the navigation. */
export const paneIds = [...panes.keys()];

/** Decides which of the kit's panes are listed, and with which label. */
export interface Listing {
  /** Whether an operation is available: the host has not switched it off. */
  offers(operation: string): boolean;
  /** Whether an element of this tag is registered or can be loaded. */
  knows(tag: string): boolean;
  label(id: string): string;
}

/**
 * The items of the navigation. A pane of the kit is listed if its element is known and one of its operations is
 * available. A pane of the host's own is listed where `ids` names it, else at the end.
 */
export function listItems(
  ids: readonly string[],
  own: ReadonlyMap<string, NavigationItem>,
  { offers, knows, label }: Listing,
): NavigationItem[] {
  return [...new Set([...ids, ...own.keys()])].flatMap((id): NavigationItem[] => {
    const item = own.get(id);
    if (item) return [item];
    const pane = panes.get(id);
    if (!pane || !knows(pane.tag) || pane.operations?.some(offers) === false) return [];
    return [{ ...pane, id, label: label(id) }];
  });
}

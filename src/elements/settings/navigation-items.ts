import { type IconName as PaneIconName, panes } from '../registry.js';

/** A place in the navigation: a pane of the kit, or one of the host's own, which has no tag. */
export interface NavigationItem {
  readonly id: string;
  readonly label: string;
  readonly icon: PaneIconName | 'page';
  /** Key of the group's label; empty for the host's own panes. */
  readonly group: string;
  readonly tag: string | undefined;
}

/** Ids of the kit's panes, in the order of the navigation. */
export const paneIds = [...panes.keys()];

/** The kit's pane of an id, if the host left on at least one of the operations that the pane is about. */
export function offeredPane(id: string, offers: (operation: string) => boolean) {
  const pane = panes.get(id);
  return !pane?.operations || pane.operations.some(offers) ? pane : undefined;
}

/** Items in groups, in the order of each group's first item. */
export function grouped(items: readonly NavigationItem[]): ReadonlyMap<string, readonly NavigationItem[]> {
  const groups = new Map<string, NavigationItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return groups;
}

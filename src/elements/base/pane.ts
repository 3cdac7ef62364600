import type { LitElement } from 'lit';
import type { AgniError } from '../../client/error.js';

/** What a pane shows as a whole. Each is also a custom state, for `:state(loading)` and so on. */
export type PaneState = 'loading' | 'ready' | 'error' | 'denied' | 'unavailable' | 'signed-out';

/** Any pane, as hosts and the hub see it. */
export interface Pane extends LitElement {
  headingLevel: number;
  noHeading: boolean;
  readonly: boolean;
  readonly state: PaneState;
  /** Whether the user typed something that is not saved. */
  readonly dirty: boolean;
  /** Whether a dialog shows a secret that was not stored yet, or a write under way. */
  readonly holdsSecret: boolean;
  /** Reads what the pane shows again. */
  refresh(): Promise<void>;
  /** Moves focus to a place in the pane, such as a field by its name; returns whether there is one. */
  show(place: string): boolean;
  /** Discards what was typed and not saved. */
  reset(): void;
}

/**
 * A pane with views of its own. The open view is the place in the address: the pane fires `agni-view-change`, with `view` in
 * its detail, when the user opens another one, and the hub sets `view` when the address changes.
 */
export interface PaneWithViews extends Pane {
  /** Name of the open view; empty for the first one. */
  view: string;
}

/** Whether a pane has views of its own. */
export function hasViews(pane: Pane | HTMLElement): pane is PaneWithViews {
  return 'view' in pane;
}

/** What a pane shows whose data could not be loaded. */
export function stateOf({ code, status, isForbidden }: AgniError): PaneState {
  if (code === 'UNAVAILABLE') return 'unavailable';
  if (code === 'UNAUTHORIZED' && status === 401) return 'signed-out';
  return status === 401 || isForbidden ? 'denied' : 'error';
}

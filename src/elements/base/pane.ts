import type { LitElement } from 'lit';
import type { AgniError } from '../../client/error.js';

/** State of a pane. Each value is also a custom state, such as `:state(loading)`. */
export type PaneState = 'loading' | 'ready' | 'error' | 'denied' | 'unavailable' | 'signed-out';

/** The interface of a pane for hosts and the hub. */
export interface Pane extends LitElement {
  headingLevel: number;
  noHeading: boolean;
  readonly: boolean;
  readonly state: PaneState;
  /** Whether the user typed something that is not saved. */
  readonly dirty: boolean;
  /** Whether a dialog shows a secret that is not stored yet, or waits for a write. */
  readonly holdsSecret: boolean;
  /** Refetches the pane's data. */
  refresh(): Promise<void>;
  /** Moves focus to a place in the pane, such as a field by its name; returns whether there is one. */
  show(place: string): boolean;
  /** Discards what was typed and not saved. */
  reset(): void;
}

/**
 * A pane with several views. The address contains the open view: the pane fires `agni-view-change`, with `view` in its
 * detail, when the user opens another view, and the hub sets `view` when the address changes.
 */
export interface PaneWithViews extends Pane {
  /** Name of the open view; empty for the first one. */
  view: string;
}

/** Whether a pane has several views. */
export function hasViews(pane: Pane | HTMLElement): pane is PaneWithViews {
  return 'view' in pane;
}

/** State of a pane whose data could not be loaded. */
export function stateOf({ code, status, isForbidden }: AgniError): PaneState {
  if (code === 'UNAVAILABLE') return 'unavailable';
  if (code === 'UNAUTHORIZED' && status === 401) return 'signed-out';
  return status === 401 || isForbidden ? 'denied' : 'error';
}

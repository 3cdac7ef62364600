import type { LitElement } from 'lit';

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
  /** Discards what was typed and not saved. */
  reset(): void;
}

import type { Session } from '../../contract/sessions.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';

/** What the sessions pane gives to its lazily loaded parts. */
export interface SessionsContext extends PaneContext<typeof en> {
  /** Name of a session that tells it apart from all others. */
  nameOf(session: Session): string;
  /** All sessions except the current one, as far as they are known. */
  others(): readonly Session[];
  /** Whether the element may still change anything. */
  canRevoke(): boolean;
  /** Focuses the row at a position, or the last one; the pane itself if `index` is negative or there are no rows. */
  focusRow(index: number): Promise<void>;
  /** Position of a session's row; -1 if there is none. */
  rowOf(session: Session): number;
  /** Whether the list could not be refetched. */
  isStale(): boolean;
  /** Tells the host that the current session is over. */
  signedOut(): void;
}

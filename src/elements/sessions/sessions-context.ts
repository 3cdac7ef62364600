import type { Session } from '../../contract/sessions.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';

/** The context of the lazily loaded parts of the sessions pane. */
export interface SessionsContext extends PaneContext<typeof en> {
  /** Name that distinguishes a session from all others. */
  nameOf(session: Session): string;
  /** All known sessions except the current one. */
  others(): readonly Session[];
  /** Whether sessions can be revoked now: the list is loaded and the element is not read-only. */
  canRevoke(): boolean;
  /** Whether the list could not be refetched. */
  isStale(): boolean;
  /** Informs the host that the current session has ended. */
  signedOut(): void;
}

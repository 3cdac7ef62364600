import type { Session } from '../../contract/sessions.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';

/** What ends sessions, which is loaded on demand, is given by its pane. */
export interface SessionsContext extends PaneContext<typeof en> {
  /** The sessions besides this one, as far as they are known. */
  others(): readonly Session[];
  /** Says what came of it, in the pane. */
  report(text: string): void;
  /** Leads a reader whose row is gone to the one that took its place; a negative one to what the pane begins with. */
  focusRow(index: number): Promise<void>;
  /** Where a session's row is. */
  rowOf(session: Session): number;
  /** Whether the list couldn't be read since. */
  isListInDoubt(): boolean;
  /** This page's session is over. */
  signedOut(): void;
}

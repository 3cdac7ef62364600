import type { LitElement } from 'lit';
import type { AgniError } from '../../client/error.js';
import type { FollowedHost } from '../../context/resource-controller.js';
import type { Session } from '../../contract/sessions.js';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import type { Workspace } from '../../resources/workspace.js';
import type { en } from './sessions-en.js';

/** What ends sessions, which is loaded on demand, is given by its pane. */
export interface SessionDesk {
  readonly pane: LitElement & FollowedHost;
  locale(): Locale<typeof en>;
  shared(): Locale<typeof sharedWords>;
  workspace(): Workspace | undefined;
  /** The sessions besides this one, as far as they are known. */
  others(): readonly Session[];
  say(error: AgniError): string;
  /** Says what came of it, in the pane. */
  tell(text: string): void;
  /** Leads a reader whose row is gone to the one that took its place; a negative one to what the pane begins with. */
  focusRow(index: number): Promise<void>;
  /** Where a session's row is. */
  rowOf(session: Session): number;
  /** Whether the list couldn't be read since. */
  isListInDoubt(): boolean;
  /** This page's session is over. */
  signedOut(): void;
}

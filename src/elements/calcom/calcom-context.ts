import type { CalcomAccount } from '../../contract/calcom.js';
import type { Locale } from '../../locales/locale.js';
import type { PaneContext } from '../base/pane-context.js';
import type { dialogsEn } from './dialogs.en.js';
import type { en } from './en.js';
import type { tablesEn } from './tables.en.js';

/** Words that are loaded with what changes accounts. */
export type DialogsWords = Locale<typeof dialogsEn>;
/** Words that are loaded with the tables. */
export type TableWords = Locale<typeof tablesEn>;

/** What is loaded on demand is given by its pane. */
export interface CalcomContext extends PaneContext<typeof en> {
  /** The connected accounts, as far as they are known. */
  accounts(): readonly CalcomAccount[];
  /** An account's name as it's shown. */
  nameOf(account: CalcomAccount): string;
  /** Whether anything is connected, so that there is something to list. */
  isConnected(): boolean;
  /** Whether this person may change anything here. */
  mayManage(): boolean;
  /** Whether the accounts couldn't be read since. */
  isInDoubt(): boolean;
  /** Says what came of it, in the pane. */
  report(text: string): void;
  /** Where an account's row is, and who takes the focus once it's gone. */
  rowOf(account: CalcomAccount): number;
  focusRow(index: number): Promise<void>;
  /** Asks the server anew what this person may do, after it refused something. */
  recheck(): void;
}

import type { CalcomAccount } from '../../contract/calcom.js';
import type { Locale } from '../../locales/locale.js';
import type { PaneContext } from '../base/pane-context.js';
import type { dialogsEn } from './dialogs.en.js';
import type { en } from './en.js';
import type { tablesEn } from './tables.en.js';

/** Words that load with the dialogs. */
export type DialogsWords = Locale<typeof dialogsEn>;
/** Words that load with the tables. */
export type TableWords = Locale<typeof tablesEn>;

/** The context for the pane's lazily loaded parts. */
export interface CalcomContext extends PaneContext<typeof en> {
  /** The connected accounts, as far as the browser knows them. */
  accounts(): readonly CalcomAccount[];
  /** An account's name as it is shown. */
  nameOf(account: CalcomAccount): string;
  /** Whether an account is connected, so that there are event types and appointments. */
  isConnected(): boolean;
  /** Whether the user may change anything here. */
  mayManage(): boolean;
  /** Whether the last refetch of the accounts failed. */
  isStale(): boolean;
  /** Refetches the user's permissions after the server answered 403. */
  recheck(): Promise<void>;
}

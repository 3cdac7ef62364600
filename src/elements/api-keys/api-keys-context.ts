import type { ApiKey } from '../../contract/api-keys.js';
import type { Locale } from '../../locales/locale.js';
import type { PaneContext } from '../base/pane-context.js';
import type { dialogsEn } from './dialogs.en.js';
import type { en } from './en.js';

/** Words that are loaded with the dialogs. */
export type DialogsWords = Locale<typeof dialogsEn>;

/** The context for the pane's lazily loaded dialogs. */
export interface ApiKeysContext extends PaneContext<typeof en> {
  keys(): readonly ApiKey[];
  /** Whether the list could not be refetched. */
  isStale(): boolean;
  /** Name of the user who created a key, if known. */
  creatorOf(key: ApiKey): string | undefined;
  canCreate(): boolean;
  canDelete(): boolean;
  /** Position of a key's row; -1 if there is none. */
  rowOf(key: ApiKey): number;
  /** Focuses the menu button of the row at a position; without rows, the New Key button or the heading. */
  focusRow(index: number): Promise<void>;
  /** Refetches the keys and the user's permissions after the server answered 403. */
  recheck(): Promise<void>;
}

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
  /** Refetches the keys and the user's permissions after the server answered 403. */
  recheck(): Promise<void>;
}

import type { ApiKey } from '../../contract/api-keys.js';
import type { Locale } from '../../locales/locale.js';
import type { ResourceState } from '../../resources/resource.js';
import type { PaneContext } from '../base/pane-context.js';
import type { dialogsEn } from './dialogs.en.js';
import type { en } from './en.js';

/** Words that are loaded with the dialogs. */
export type DialogsWords = Locale<typeof dialogsEn>;

/** What the dialogs, which are loaded on demand, are given by their pane. */
export interface ApiKeysContext extends PaneContext<typeof en> {
  keys(): ResourceState<ApiKey[]>;
  /** Name of who created a key, where it's known. */
  creatorOf(key: ApiKey): string | undefined;
  canCreate(): boolean;
  canDelete(): boolean;
  /** Where a key's row is, and who takes the focus once it's gone. */
  rowOf(key: ApiKey): number;
  focusRow(index: number): Promise<void>;
  /** Asks the server anew what this person may do, after it refused something. */
  recheck(): void;
}

import type { LitElement } from 'lit';
import type { AgniError } from '../../client/error.js';
import type { Objection } from '../../context/form-controller.js';
import type { FollowedHost } from '../../context/resource-controller.js';
import type { ApiKey } from '../../contract/api-keys.js';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import type { ResourceState } from '../../resources/resource.js';
import type { Workspace } from '../../resources/workspace.js';
import type { editingEn } from './editing-en.js';
import type { en } from './en.js';

/** Words that are loaded with the dialogs. */
export type EditingWords = Locale<typeof editingEn>;

/** What the dialogs, which are loaded on demand, are given by their pane. */
export interface KeyDesk {
  readonly pane: LitElement & FollowedHost;
  locale(): Locale<typeof en>;
  shared(): Locale<typeof sharedWords>;
  workspace(): Workspace | undefined;
  keys(): ResourceState<ApiKey[]>;
  /** Name of who created a key, where it's known. */
  creatorOf(key: ApiKey): string | undefined;
  say(error: AgniError): string;
  sayObjection(objection: Objection | undefined): string | undefined;
  canCreate(): boolean;
  canDelete(): boolean;
  announce(text: string): void;
  focusFirstInvalid(): Promise<void>;
  /** Where a key's row is, and who takes the focus once it's gone. */
  rowOf(key: ApiKey): number;
  focusRow(index: number): Promise<void>;
  /** Asks the server anew what this person may do, after it refused something. */
  recheck(): void;
}

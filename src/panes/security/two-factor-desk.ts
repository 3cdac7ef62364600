import type { LitElement } from 'lit';
import type { AgniError } from '../../client/error.js';
import type { Objection } from '../../context/form-controller.js';
import type { FollowedHost } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import type { TwoFactor } from '../../contract/two-factor.js';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import type { Workspace } from '../../resources/workspace.js';
import type { dialogsEn } from './two-factor-dialogs-en.js';
import type { en } from './two-factor-en.js';

/** Words that are loaded with the dialogs. */
export type DialogWords = Locale<typeof dialogsEn>;

/** What the dialogs, which are loaded on demand, are given by their pane. */
export interface TwoFactorDesk {
  readonly pane: LitElement & FollowedHost;
  locale(): Locale<typeof en>;
  shared(): Locale<typeof sharedWords>;
  workspace(): Workspace | undefined;
  me(): User | undefined;
  /** How it stands, as far as that's known for certain. */
  current(): TwoFactor | undefined;
  say(error: AgniError): string;
  sayObjection(objection: Objection | undefined): string | undefined;
  announce(text: string): void;
  /** Says something in the pane, to stay; nothing for nothing. */
  note(text: string): void;
  focusFirstInvalid(): Promise<void>;
  /** Leads a reader on whose way in is gone from the pane. */
  focusAction(): Promise<void>;
}

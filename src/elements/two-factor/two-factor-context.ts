import type { User } from '../../contract/me.js';
import type { TwoFactor } from '../../contract/two-factor.js';
import type { Locale } from '../../locales/locale.js';
import type { PaneContext } from '../base/pane-context.js';
import type { dialogsEn } from './dialogs.en.js';
import type { en } from './en.js';

/** Words that are loaded with the dialogs. */
export type DialogWords = Locale<typeof dialogsEn>;

/** What the dialogs, which are loaded on demand, are given by their pane. */
export interface TwoFactorContext extends PaneContext<typeof en> {
  me(): User | undefined;
  /** How it stands, as far as that's known for certain. */
  current(): TwoFactor | undefined;
  /** Says something in the pane, to stay; nothing for nothing. */
  note(text: string): void;
  /** Leads a reader on whose way in is gone from the pane. */
  focusAction(): Promise<void>;
}

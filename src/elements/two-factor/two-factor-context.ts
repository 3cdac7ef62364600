import type { User } from '../../contract/me.js';
import type { TwoFactor } from '../../contract/two-factor.js';
import type { Locale } from '../../locales/locale.js';
import type { PaneContext } from '../base/pane-context.js';
import type { dialogsEn } from './dialogs.en.js';
import type { en } from './en.js';

/** Words that are loaded with the dialogs. */
export type DialogWords = Locale<typeof dialogsEn>;

/** The context of the pane's lazily loaded dialogs. */
export interface TwoFactorContext extends PaneContext<typeof en> {
  me(): User | undefined;
  /** The status of two-factor authentication; `undefined` if it could not be refetched. */
  current(): TwoFactor | undefined;
  /** Shows a sentence in the pane until the next action; an empty one removes it. */
  note(text: string): void;
  /** Moves focus to the first action of the pane, because the button that opened the dialog may be gone. */
  focusAction(): Promise<void>;
}

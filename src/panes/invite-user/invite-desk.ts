import type { FormController } from '../../context/form-controller.js';
import type { User } from '../../contract/me.js';
import type { Organization } from '../../contract/organization.js';
import type { Locale } from '../../locales/locale.js';
import type { Desk } from '../desk.js';
import type { en } from './en.js';
import type { invitingEn } from './inviting-en.js';

/** Words that are loaded with what sends. */
export type InvitingWords = Locale<typeof invitingEn>;

/** What sends invitations, which is loaded on demand, is given by its pane. */
export interface InviteDesk extends Desk<typeof en> {
  /** The form for one person. */
  readonly form: FormController;
  me(): User | undefined;
  organization(): Organization | undefined;
  /** The roles this person may give; none where the host doesn't want to be asked. */
  roles(): readonly string[];
  canAddDomain(): boolean;
  canResend(): boolean;
  /** Leads to the form's beginning. */
  focusEmail(): Promise<void>;
  /** Asks the server anew what this person may do, and what the plan holds, after it refused something. */
  recheck(): void;
}

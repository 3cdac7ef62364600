import type { User } from '../../contract/me.js';
import type { Organization } from '../../contract/organization.js';
import type { Locale } from '../../locales/locale.js';
import type { FormController } from '../base/form-controller.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';
import type { invitationFormEn } from './invitation-form.en.js';

/** Words that are loaded with what sends. */
export type InvitationFormWords = Locale<typeof invitationFormEn>;

/** What sends invitations, which is loaded on demand, is given by its pane. */
export interface InviteContext extends PaneContext<typeof en> {
  /** The form for one person. */
  readonly form: FormController;
  me(): User | undefined;
  organization(): Organization | undefined;
  /** The roles this person may give; none where the host doesn't want to be asked. */
  roles(): readonly string[];
  /** Which domains are allowed, in words; nothing where that is unknown. */
  domainsHelp(): unknown;
  canAddDomain(): boolean;
  canResend(): boolean;
  /** Leads to the form's beginning. */
  focusEmail(): Promise<void>;
  /** Asks the server anew what this person may do, and what the plan holds, after it refused something. */
  recheck(): void;
}

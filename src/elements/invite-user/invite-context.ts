import type { User } from '../../contract/me.js';
import type { Organization } from '../../contract/organization.js';
import type { Locale } from '../../locales/locale.js';
import type { FormController } from '../base/form-controller.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';
import type { invitationFormEn } from './invitation-form.en.js';

/** Words that are loaded with the invitation form. */
export type InvitationFormWords = Locale<typeof invitationFormEn>;

/** The context of the lazily loaded parts of the invite pane. */
export interface InviteContext extends PaneContext<typeof en> {
  /** The form for one user. */
  readonly form: FormController;
  me(): User | undefined;
  organization(): Organization | undefined;
  /** The roles that the signed-in user can give; empty if the host page hides the choice. */
  roles(): readonly string[];
  /** A sentence with the allowed domains; `undefined` if they are unknown. */
  domainsHelp(): unknown;
  canAddDomain(): boolean;
  canResend(): boolean;
  /** Moves focus to the first field of the form for one user. */
  focusEmail(): Promise<void>;
  /** Refetches the user's permissions and the organization, after the server refused a request. */
  recheck(): Promise<void>;
}

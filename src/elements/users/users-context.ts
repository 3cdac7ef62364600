import type { AgniError } from '../../client/error.js';
import type { User } from '../../contract/me.js';
import type { Locale, Words } from '../../locales/locale.js';
import type { UserList } from '../../resources/users.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';

/** What the users pane gives to its lazily loaded parts. */
export interface UsersContext extends PaneContext<typeof en> {
  /** Level of headings inside the pane. */
  headingLevel(): number;
  /** The signed-in user. */
  me(): User | undefined;
  list(): UserList | undefined;
  /** Whether the list could not be refetched. */
  isStale(): boolean;
  /** The user as the list has them now; `undefined` if the list no longer shows the user. */
  current(user: User): User | undefined;
  /** Whether rows have a menu. */
  mayChangeUsers(): boolean;
  canChangeRoles(): boolean;
  canRemove(): boolean;
  /** Why the signed-in user can't resend or revoke invitations; empty if they can. */
  whyNotInvite(): string;
  /** Position of the row of a user or an invitation; -1 if there is none. */
  rowOf(subject: { readonly id: string }): number;
  /** Focuses the row at a position, or the last one; the pane itself if there are no rows. */
  focusRow(index: number): Promise<void>;
  /** Refetches what the signed-in user may do, after the server refused something. Announces a withdrawn permission. */
  recheck(): Promise<void>;
}

/** Finds the element's own words for an error, if it has any. */
export function reasonIn<Table extends Words>(words: Locale<Table>) {
  return ({ code }: AgniError): string | undefined => {
    const key = `error.${code}`;
    return words.has(key) ? words.t(key) : undefined;
  };
}

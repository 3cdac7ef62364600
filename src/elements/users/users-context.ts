import type { User } from '../../contract/me.js';
import type { UserList } from '../../resources/users.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';

/** What the parts of the users pane that are loaded on demand are given by it. */
export interface UsersContext extends PaneContext<typeof en> {
  /** The signed-in person. */
  me(): User | undefined;
  list(): UserList | undefined;
  /** A person as the list has them now, where it still has them. */
  current(user: User): User | undefined;
  canChangeRoles(): boolean;
  canRemove(): boolean;
  /** Why nobody can be invited, nor an invitation be changed; empty if somebody can. */
  whyNotInvite(): string;
  /** Where a person's row is, and who takes the focus once it's gone. */
  rowOf(user: { readonly id: string }): number;
  focusRow(index: number): Promise<void>;
  /** Asks the server anew what this person may do, after it refused something; a dialog goes with the right to it. */
  recheck(): Promise<void>;
}

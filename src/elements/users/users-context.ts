import type { SessionHost } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import type { UserList } from '../../resources/users.js';
import type { Pane } from '../base/pane.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';

/** The context of the parts of the users pane. */
export interface UsersContext extends PaneContext<typeof en> {
  readonly pane: Pane & SessionHost;
  /** The signed-in user. */
  me(): User | undefined;
  list(): UserList | undefined;
  /** Whether the list could not be refetched. */
  isStale(): boolean;
  /** The latest data of a user in the list; `undefined` if the list no longer shows the user. */
  current(user: User): User | undefined;
  /** Whether rows have a menu. */
  mayChangeUsers(): boolean;
}

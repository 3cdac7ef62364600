import type { User } from '../contract/me.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import { PagedList } from './paged-list.js';

/** What people are looked for by: a part of name or address, a role, a status. */
export type UserFilter = Readonly<Record<'search' | 'role' | 'status', string>>;

/** Nothing in particular. */
export const allUsers: UserFilter = { search: '', role: '', status: '' };

/** The people of a workspace, page by page; there may be thousands. */
export type UserList = PagedList<User, UserFilter>;

/** A list of a workspace's people, for a pane of its own. */
export function userList(session: ApiSession): UserList {
  return new PagedList(session, (query, call) => session.client.call(listUsers, { query }, call), allUsers);
}

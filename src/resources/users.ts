import type { User } from '../contract/me.js';
import { listUsers } from '../contract/users.js';
import { PagedList } from './paged-list.js';
import type { Workspace } from './workspace.js';

/** What people are looked for by: a part of name or address, a role, a status. */
export type UserFilter = Readonly<Record<'search' | 'role' | 'status', string>>;

/** Nothing in particular. */
export const everybody: UserFilter = { search: '', role: '', status: '' };

/** The people of a workspace, page by page; there may be thousands. */
export type UserList = PagedList<User, UserFilter>;

/** A list of a workspace's people, for a pane of its own. */
export function userList(workspace: Workspace): UserList {
  return new PagedList(workspace, (query, call) => workspace.client.call(listUsers, { query }, call), everybody);
}

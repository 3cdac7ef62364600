import type { User } from '../contract/me.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import { PagedList } from './paged-list.js';

/** Filters of the list of users: a part of name or address, a role, a status; empty for any. */
export type UserFilter = Readonly<Record<'search' | 'role' | 'status', string>>;

/** No filter. */
export const allUsers: UserFilter = { search: '', role: '', status: '' };

/** The users of an organization, page by page; there may be thousands. */
export type UserList = PagedList<User, UserFilter>;

/** A list of the organization's users, with filters and a page of its own. */
export function userList(session: ApiSession): UserList {
  return new PagedList(session, (query, call) => session.client.call(listUsers, { query }, call), allUsers);
}

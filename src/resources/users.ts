import type { User } from '../contract/me.js';
import { listUsers, type UserSort } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import { PagedList } from './paged-list.js';

/**
 * Filters and order of the list of users: words of name and email, a role, a status, and whether users have two-factor
 * authentication; empty for any. Without `sort`, the server chooses the order. A server may ignore `two_factor` and
 * `sort` (docs/contract.md 7.1).
 */
export type UserFilter = Readonly<
  Record<'search' | 'role' | 'status', string> & { two_factor: 'on' | 'off' | ''; sort: UserSort | '' }
>;

/** No filter, in the order of the server. */
export const allUsers: UserFilter = { search: '', role: '', status: '', two_factor: '', sort: '' };

/** Whether a filter excludes users. The order does not count. */
export function isFiltered({ search, role, status, two_factor }: UserFilter): boolean {
  return !!(search.trim() || role || status || two_factor);
}

/** The users of an organization, page by page; there may be thousands. */
export type UserList = PagedList<User, UserFilter>;

/** A list of the organization's users, with filters and a page of its own. */
export function userList(session: ApiSession): UserList {
  return new PagedList(session, (query, call) => session.client.call(listUsers, { query }, call), allUsers);
}

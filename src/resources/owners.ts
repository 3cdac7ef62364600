import type { CallOptions } from '../client/client.js';
import type { User } from '../contract/me.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import { derivedResource } from './derived.js';
import { fetchAllPages } from './fetch-all-pages.js';

/** Number of users who are searched for successors, and maximum number of proposed successors. */
const pageSize = 20;
const maxSuccessors = 3;

/** The owners who can sign in, and, if there is only one, users who could become owners. */
export function ownersResource(session: ApiSession) {
  const active = (role: string, paging: { limit: number; offset?: number }, call: CallOptions) =>
    session.client.call(listUsers, { query: { role, status: 'ACTIVE', ...paging } }, call);
  const owners = session.resource(async (call): Promise<readonly User[]> => {
    const users = await fetchAllPages((paging) => active('OWNER', paging, call));
    // The server may ignore the filter.
    return users.filter((user) => user.role === 'OWNER' && user.status !== 'DISABLED');
  });
  const successors = derivedResource(session, owners, async ({ length }, call): Promise<readonly User[]> => {
    if (length !== 1) return [];
    for (const role of ['ADMIN', 'MEMBER']) {
      const { items } = await active(role, { limit: pageSize }, call);
      const found = items.filter((user) => user.role === role);
      if (found.length) return found.sort(byFitness).slice(0, maxSuccessors);
    }
    return [];
  });
  return { owners, successors };
}

/** Orders users with two-factor authentication first, then users with the latest sign-in. */
function byFitness(a: User, b: User): number {
  const moment = ({ last_login_at: login }: User) => Date.parse(login ?? '') || 0;
  return Number(b.two_factor_enabled ?? false) - Number(a.two_factor_enabled ?? false) || moment(b) - moment(a);
}

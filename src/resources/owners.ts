import type { CallOptions } from '../client/client.js';
import type { User } from '../contract/me.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';

/** People who are looked at before one is proposed. */
const rows = 20;

/** People who are proposed at most. */
const most = 3;

/** The owners who can sign in, and who could become one where there is only one. */
export function ownersResource(session: ApiSession) {
  const active = (role: string, call: CallOptions) =>
    session.client.call(listUsers, { query: { role, status: 'ACTIVE', limit: rows } }, call);
  const owners = session.resource(async (call) => {
    const { items, total = items.length } = await active('OWNER', call);
    // A server may not look at what it's asked for.
    const users = items.filter((user) => user.role === 'OWNER' && user.status !== 'DISABLED');
    return { users, total: users.length < items.length ? users.length : total };
  });
  const successors = session.resource(async (call): Promise<readonly User[]> => {
    if ((await owners.value()).total !== 1) return [];
    for (const role of ['ADMIN', 'MEMBER']) {
      const { items } = await active(role, call);
      if (items.length)
        return items
          .filter((user) => user.role === role)
          .sort(byFitness)
          .slice(0, most);
    }
    return [];
  });
  successors.follow(owners);
  return { owners, successors };
}

/** Whoever has a second factor comes first, and of these who was here last. */
function byFitness(a: User, b: User): number {
  const moment = ({ last_login_at: login }: User) => Date.parse(login ?? '') || 0;
  return Number(b.two_factor_enabled ?? false) - Number(a.two_factor_enabled ?? false) || moment(b) - moment(a);
}

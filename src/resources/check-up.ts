import { serverNow } from '../client/server-clock.js';
import type { ApiKey } from '../contract/api-keys.js';
import type { CalcomStatus } from '../contract/calcom.js';
import type { GhlSetupStatus } from '../contract/ghl.js';
import type { User } from '../contract/me.js';
import type { Session } from '../contract/sessions.js';
import type { TwoFactor } from '../contract/two-factor.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import { calcomConnectionOf, isBroken } from './calcom.js';
import { fetchPages } from './fetch-all-pages.js';
import { ghlConnectionOf } from './ghl.js';
import { keysToReview } from './key-review.js';
import { ownersResource } from './owners.js';
import { isInactive } from './sessions.js';

/** For each kind of finding about keys, the reason to review a key. */
export const reviews = { unendingKeys: 'unending', neverUsedKeys: 'never-used', unusedKeys: 'unused' } as const;

/** A kind of finding of the security check-up, with the number of findings. */
export interface Finding {
  readonly kind:
    | 'noTwoFactor'
    | 'staleSessions'
    | keyof typeof reviews
    | 'usersWithoutTwoFactor'
    | 'singleOwner'
    | 'ghlReconnect'
    | 'calcomBroken';
  readonly count: number;
}

/** The result of checking the users of an organization. */
export interface CheckedUsers {
  /** Number of checked users without two-factor authentication; users who sign in with Google don't count. */
  readonly withoutTwoFactor: number;
  readonly checked: number;
  /** Whether every user was checked. */
  readonly isComplete: boolean;
  /** Number of all users, if the server reports it. */
  readonly total: number | undefined;
  readonly owners: number;
}

/** Maximum number of users that are checked; the check-up shows a note if there are more. */
const maxUsers = 200;

/** The resources that only the check-up uses. */
export function checkUpResource(session: ApiSession) {
  const { client } = session;
  const users = session.resource(async (call): Promise<CheckedUsers> => {
    const read = (query: { limit: number; offset: number }) => client.call(listUsers, { query }, call);
    const { items, isComplete, total } = await fetchPages(read, maxUsers, maxUsers);
    const isOwner = ({ role, status }: User) => role === 'OWNER' && status !== 'DISABLED';
    const owners = isComplete ? items : await session.use(ownersResource).owners.value();
    return {
      withoutTwoFactor: items.filter(
        ({ two_factor_enabled: has, auth_provider: by }) => has === false && by !== 'google',
      ).length,
      checked: items.length,
      isComplete,
      total,
      owners: owners.filter(isOwner).length,
    };
  });
  return { users };
}

/** A finding if the user's own two-factor authentication is off. */
export const twoFactorFindings = ({ enabled }: TwoFactor) => found('noTwoFactor', enabled ? 0 : 1);

/** Other sessions of the user that seem to be unused. */
export const sessionFindings = (sessions: readonly Session[]) =>
  found('staleSessions', sessions.filter((session) => !session.is_current && isInactive(session)).length);

/** Users without two-factor authentication, and an organization with only one owner. */
export const userFindings = ({ withoutTwoFactor, owners }: CheckedUsers) => [
  ...found('usersWithoutTwoFactor', withoutTwoFactor),
  ...found('singleOwner', owners === 1 ? 1 : 0),
];

/** API keys that never expire, were never used or are unused for a long time; keys that no longer work don't count. */
export function keyFindings(keys: readonly ApiKey[], now = serverNow()): Finding[] {
  const kinds = Object.keys(reviews) as (keyof typeof reviews)[];
  return kinds.flatMap((kind) => found(kind, keysToReview(keys, reviews[kind], now).length));
}

/** A GoHighLevel connection whose token no longer works. */
export const ghlFindings = (status: GhlSetupStatus) =>
  found('ghlReconnect', ghlConnectionOf(status) === 'reconnect' ? 1 : 0);

/** Cal.com accounts that no longer work; one finding if only the connection as such is broken. */
export function calcomFindings(status: CalcomStatus): Finding[] {
  if (calcomConnectionOf(status) !== 'reconnect') return [];
  return found('calcomBroken', status.accounts?.filter(isBroken).length || 1);
}

function found(kind: Finding['kind'], count: number): Finding[] {
  return count ? [{ kind, count }] : [];
}

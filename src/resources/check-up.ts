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

/** The reason to review a key of each finding about keys. */
export const reviews = { unendingKeys: 'unending', neverUsedKeys: 'never-used', unusedKeys: 'unused' } as const;

/** One kind of finding of the security check-up, and how many there are of it. */
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

/** What is found about the users of an organization. */
export interface CheckedUsers {
  /** How many of the checked users have no two-factor authentication. */
  readonly withoutTwoFactor: number;
  readonly checked: number;
  /** Whether every user was checked. */
  readonly isComplete: boolean;
  /** Users in all, where the server says so. */
  readonly total: number | undefined;
  readonly owners: number;
}

/** Users that are checked at most; the check-up says so where there are more. */
const maxUsers = 200;

/** What only the check-up reads. */
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

/** What the user's own two-factor authentication amounts to. */
export const twoFactorFindings = ({ enabled }: TwoFactor) => found('noTwoFactor', enabled ? 0 : 1);

/** Other sessions of the user that seem to be unused. */
export const sessionFindings = (sessions: readonly Session[]) =>
  found('staleSessions', sessions.filter((session) => !session.is_current && isInactive(session)).length);

/** Users without two-factor authentication, and an owner who is the only one. */
export const userFindings = ({ withoutTwoFactor, owners }: CheckedUsers) => [
  ...found('usersWithoutTwoFactor', withoutTwoFactor),
  ...found('singleOwner', owners === 1 ? 1 : 0),
];

/** API keys that never expire, were never used or have not been used for long; keys that no longer work don't count. */
export function keyFindings(keys: readonly ApiKey[], now = serverNow()): Finding[] {
  const kinds = Object.keys(reviews) as (keyof typeof reviews)[];
  return kinds.flatMap((kind) => found(kind, keysToReview(keys, reviews[kind], now).length));
}

/** A GoHighLevel connection whose token died. */
export const ghlFindings = (status: GhlSetupStatus) =>
  found('ghlReconnect', ghlConnectionOf(status) === 'reconnect' ? 1 : 0);

/** Cal.com accounts that no longer work; one finding where the whole connection is broken. */
export function calcomFindings(status: CalcomStatus): Finding[] {
  if (calcomConnectionOf(status) !== 'reconnect') return [];
  return found('calcomBroken', status.accounts?.filter(isBroken).length || 1);
}

function found(kind: Finding['kind'], count: number): Finding[] {
  return count ? [{ kind, count }] : [];
}

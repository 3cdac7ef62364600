import type { ApiKey } from '../contract/api-keys.js';
import type { CalcomStatus } from '../contract/calcom.js';
import type { GhlSetupStatus } from '../contract/ghl.js';
import type { Session } from '../contract/sessions.js';
import type { TwoFactor } from '../contract/two-factor.js';
import { listUsers } from '../contract/users.js';
import { isUnused } from './api-keys.js';
import type { ApiSession } from './api-session.js';
import { calcomConnectionOf, isBroken } from './calcom.js';
import { ghlConnectionOf } from './ghl.js';
import { isStale } from './sessions.js';

/** Something that deserves a look: what it is, and of how many. */
export interface Finding {
  readonly kind:
    | 'noTwoFactor'
    | 'staleSessions'
    | 'unendingKeys'
    | 'neverUsedKeys'
    | 'unusedKeys'
    | 'usersWithoutTwoFactor'
    | 'singleOwner'
    | 'ghlReconnect'
    | 'calcomBroken';
  readonly count: number;
}

/** What is found of a workspace's people. */
export interface AllUsers {
  /** How many have no second factor, of those that were looked at. */
  readonly withoutTwoFactor: number;
  readonly lookedAt: number;
  readonly total: number;
  readonly owners: number;
}

/** Rows of one request: enough for nearly every workspace, and where it isn't, that is said. */
const rows = 200;

/** What only the check-up asks for. */
export function checkUpResource(apiSession: ApiSession) {
  const { client } = apiSession;
  const users = apiSession.resource(async (call): Promise<AllUsers> => {
    const { items, total = items.length } = await client.call(listUsers, { query: { limit: rows } }, call);
    const isOwner = ({ role, status }: (typeof items)[number]) => role === 'OWNER' && status !== 'DISABLED';
    // Two owners are as good as any more.
    const owners =
      items.length < total ? (await client.call(listUsers, { query: { role: 'OWNER', limit: 2 } }, call)).items : items;
    return {
      withoutTwoFactor: items.filter(
        ({ two_factor_enabled: has, auth_provider: by }) => has === false && by !== 'google',
      ).length,
      lookedAt: items.length,
      total,
      owners: owners.filter(isOwner).length,
    };
  });
  return { users };
}

export const twoFactorFindings = ({ enabled }: TwoFactor) => found('noTwoFactor', enabled ? 0 : 1);

export const sessionFindings = (sessions: readonly Session[]) =>
  found('staleSessions', sessions.filter((session) => !session.is_current && isStale(session)).length);

export const userFindings = ({ withoutTwoFactor, owners }: AllUsers) => [
  ...found('usersWithoutTwoFactor', withoutTwoFactor),
  ...found('singleOwner', owners === 1 ? 1 : 0),
];

/** Of keys that still work. */
export function keyFindings(all: readonly ApiKey[], now = Date.now()): Finding[] {
  const keys = all.filter(({ is_active, expires_at }) => {
    return is_active !== false && !(is_active === undefined && Date.parse(expires_at ?? '') <= now);
  });
  return [
    ...found('unendingKeys', keys.filter(({ expires_at }) => !expires_at).length),
    ...found('neverUsedKeys', keys.filter(({ last_used_at }) => !last_used_at).length),
    ...found('unusedKeys', keys.filter((key) => key.last_used_at && isUnused(key, now)).length),
  ];
}

export const ghlFindings = (status: GhlSetupStatus) =>
  found('ghlReconnect', ghlConnectionOf(status) === 'reconnect' ? 1 : 0);

/** Where Cal.com as a whole no longer works, that's one thing, however many accounts there are. */
export function calcomFindings(status: CalcomStatus): Finding[] {
  if (calcomConnectionOf(status) !== 'reconnect') return [];
  return found('calcomBroken', status.accounts?.filter(isBroken).length || 1);
}

function found(kind: Finding['kind'], count: number): Finding[] {
  return count ? [{ kind, count }] : [];
}

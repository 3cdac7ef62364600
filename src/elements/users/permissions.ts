import type { User } from '../../contract/me.js';

/** Why something can't be done with a person, though it can with others. */
export type BlockedReason = 'owner' | 'lastOwner';

/**
 * What keeps `me` from changing or removing a person, as far as that's known here (docs/contract.md 8); the server
 * decides. `owners`: how many there are who can sign in, where that's known.
 */
export function blockedReasonOf(
  user: User,
  me: User | undefined,
  owners: number | undefined,
): BlockedReason | undefined {
  if (user.role !== 'OWNER') return undefined;
  if (me?.role === 'ADMIN') return 'owner';
  return owners === 1 && user.status !== 'DISABLED' ? 'lastOwner' : undefined;
}

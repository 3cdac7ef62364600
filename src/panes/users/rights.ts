import type { User } from '../../contract/me.js';

/** Why something can't be done with a person, though it can with others. */
export type Hindrance = 'owner' | 'lastOwner';

/**
 * What keeps `me` from changing or removing a person, as far as that's known here (section 8); the server decides.
 * `owners`: how many there are who can sign in, where that's known.
 */
export function hindranceOf(person: User, me: User | undefined, owners: number | undefined): Hindrance | undefined {
  if (person.role !== 'OWNER') return undefined;
  if (me?.role === 'ADMIN') return 'owner';
  return owners === 1 && person.status !== 'DISABLED' ? 'lastOwner' : undefined;
}

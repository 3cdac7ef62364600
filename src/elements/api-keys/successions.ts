import type { ApiKey } from '../../contract/api-keys.js';

/** `production 2026-11-23`, `production 2026-11-23 (2)`: the names of successors of `production`. */
const dated = /^(.*?) (\d{4}-\d\d-\d\d)(?: \(\d+\))?$/su;

/** Most characters kept of the old name, so that the date and a number fit into the 80 characters of a name. */
const maxStemLength = 60;

/** Milliseconds by which the date in a name may differ from `created_at`, because of time zones or a wrong clock. */
const tolerance = 48 * 3_600_000;

/** The part of the name that a key and its successors have in common. */
export function stemOf(name: string): string {
  return (dated.exec(name)?.[1] ?? name).slice(0, maxStemLength);
}

/**
 * The successor of each key that is being replaced, by the id of that key. A successor is recognized by its name, also
 * after a reload and in another browser. The date in the name must be the day on which the successor was created.
 */
export function successions(keys: readonly ApiKey[]): ReadonlyMap<string, ApiKey> {
  const newest = new Map<string, ApiKey>();
  for (const key of keys) {
    const [, , date] = dated.exec(key.name) ?? [];
    const isSuccessor = date && Math.abs(Date.parse(date) - made(key)) < tolerance;
    const known = newest.get(stemOf(key.name));
    if (isSuccessor && (!known || made(known) < made(key))) newest.set(stemOf(key.name), key);
  }
  const found = new Map<string, ApiKey>();
  for (const key of keys) {
    const successor = newest.get(stemOf(key.name));
    if (successor && made(key) < made(successor)) found.set(key.id, successor);
  }
  return found;
}

function made({ created_at }: ApiKey): number {
  return Date.parse(created_at ?? '');
}

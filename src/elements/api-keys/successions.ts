import type { ApiKey } from '../../contract/api-keys.js';

/** `production 2026-11-23`, `production 2026-11-23 (2)`: the names of successors of `production`. */
const dated = /^(.*?) (\d{4}-\d\d-\d\d)(?: \(\d+\))?$/su;

/** Characters that leave room for the date and a number within the 80 of a name. */
const maxStemLength = 60;

/** Milliseconds by which the date in a name may differ from the server's: time zones, and a wrong clock. */
const tolerance = 48 * 3_600_000;

/** What a key and its successors have in common in their names. */
export function stemOf(name: string): string {
  return (dated.exec(name)?.[1] ?? name).slice(0, maxStemLength);
}

/**
 * Which keys are being replaced, and by which. Names alone say so, so that it is known after a reload and in another
 * browser. A name that only ends with a date is not enough: the date must be the day on which the key was created.
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

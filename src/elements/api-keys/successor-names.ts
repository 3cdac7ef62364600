import type { ApiKey } from '../../contract/api-keys.js';

/** `production 2026-11-23`, `production 2026-11-23 (2)`: what the successor of `production` is called. */
const dated = /^(.*?) (\d{4}-\d\d-\d\d)(?: \(\d+\))?$/su;

/** Room for date and number within the 80 characters of a name. */
const mostOfStem = 60;

/** Hours by which the date in a name may differ from the server's: time zones, and a wrong clock. */
const tolerance = 48 * 3_600_000;

/** What a key and its successors have in common in their names. */
function stemOf(name: string): string {
  return (dated.exec(name)?.[1] ?? name).slice(0, mostOfStem);
}

/** A name for the successor of a key: its own with the day, in the reader's zone, and a number if that's taken. */
export function successorName(name: string, keys: readonly ApiKey[], now = new Date()): string {
  const taken = new Set(keys.map((key) => key.name.toLowerCase()));
  const [month, date] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  const first = `${stemOf(name)} ${now.getFullYear()}-${month}-${date}`;
  let free = first;
  for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${first} (${count})`;
  return free;
}

/**
 * Which keys are being replaced, and by which: read off the names alone, so that it's still known after a reload, and
 * in somebody else's browser. A name that merely ends with a date isn't enough: it has to be the day the key was made.
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

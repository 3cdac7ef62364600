import { serverNow } from '../../client/server-clock.js';
import type { ApiKey } from '../../contract/api-keys.js';
import { nameKey } from '../../contract/visible-text.js';
import { stemOf } from './successions.js';

/** The name of a key's successor: the old name, today's date in the user's time zone, and a number if it is taken. */
export function successorName(name: string, keys: readonly ApiKey[], now = new Date(serverNow())): string {
  const taken = new Set(keys.map((key) => nameKey(key.name)));
  const [month, date] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  const first = `${stemOf(name)} ${now.getFullYear()}-${month}-${date}`;
  let free = first;
  for (let count = 2; taken.has(nameKey(free)); count++) free = `${first} (${count})`;
  return free;
}

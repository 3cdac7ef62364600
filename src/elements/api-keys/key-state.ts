import { serverNow } from '../../client/server-clock.js';
import type { ApiKey } from '../../contract/api-keys.js';

const day = 86_400_000;
/** Days before expiry from which the number of remaining days is shown. */
const noticeDays = 14;

/** The state of a key. `days`: midnights in the user's time zone until the key expires; 0 if it expires today. */
export type KeyState =
  | { readonly status: 'active' | 'inactive' | 'expired' }
  | { readonly status: 'expiring'; readonly days: number };

/**
 * The state of a key. If the server sends `is_active`, this value decides whether the key works: a device with a wrong
 * clock would show a valid key as expired.
 */
export function keyState({ expires_at, is_active }: ApiKey, now = serverNow()): KeyState {
  const end = Date.parse(expires_at ?? '');
  if (is_active === false) return { status: end - now < 2 * day ? 'expired' : 'inactive' };
  if (is_active === undefined && end <= now) return { status: 'expired' };
  const days = localDay(end) - localDay(now);
  return days <= noticeDays ? { status: 'expiring', days: Math.max(0, days) } : { status: 'active' };
}

/** The number of a moment's day in the user's time zone. */
function localDay(moment: number): number {
  const date = new Date(moment);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / day;
}

/** The visible part of the secret: its prefix and its last four characters. */
export function maskedValue({ prefix = '', last_four = '' }: ApiKey): string {
  return `${prefix}••••${last_four}`;
}

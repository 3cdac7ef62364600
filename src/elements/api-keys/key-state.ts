import { serverNow } from '../../client/server-clock.js';
import type { ApiKey } from '../../contract/api-keys.js';

const day = 86_400_000;
/** Days before its end at which a key says how many are left. */
const noticeDays = 14;

/** How a key stands. `days` counts the midnights of the reader's zone until the key expires; 0 is today. */
export type KeyState =
  | { readonly status: 'active' | 'inactive' | 'expired' }
  | { readonly status: 'expiring'; readonly days: number };

/**
 * How a key stands. Whether it has expired is the server's to say, where it does: the reader's clock may be wrong, and
 * then it must not turn a good key into a bad one.
 */
export function keyState({ expires_at, is_active }: ApiKey, now = serverNow()): KeyState {
  const end = Date.parse(expires_at ?? '');
  if (is_active === false) return { status: end - now < 2 * day ? 'expired' : 'inactive' };
  if (is_active === undefined && end <= now) return { status: 'expired' };
  const days = localDay(end) - localDay(now);
  return days <= noticeDays ? { status: 'expiring', days: Math.max(0, days) } : { status: 'active' };
}

/** The number of a day in the reader's zone. */
function localDay(moment: number): number {
  const date = new Date(moment);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / day;
}

/** What can be shown of the secret. */
export function maskedValue({ prefix = '', last_four = '' }: ApiKey): string {
  return `${prefix}••••${last_four}`;
}

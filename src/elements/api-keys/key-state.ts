import type { ApiKey } from '../../contract/api-keys.js';

const day = 86_400_000;
/** Days before its end at which a key says how many are left. */
const noticeDays = 14;

/** How a key stands. `days` are those left, begun ones counted. */
export type KeyState =
  | { readonly status: 'active' | 'inactive' | 'expired' }
  | { readonly status: 'expiring'; readonly days: number };

/**
 * How a key stands. Whether it has expired is the server's to say, where it does: the reader's clock may be wrong by a
 * day, and then it must not turn a good key into a bad one.
 */
export function keyState({ expires_at, is_active }: ApiKey, now = Date.now()): KeyState {
  const left = expires_at === undefined ? Number.NaN : Date.parse(expires_at) - now;
  if (is_active === false) return { status: left < 2 * day ? 'expired' : 'inactive' };
  if (is_active === undefined && left <= 0) return { status: 'expired' };
  if (left <= noticeDays * day) return { status: 'expiring', days: Math.max(1, Math.ceil(left / day)) };
  return { status: 'active' };
}

/** What can be shown of the secret. */
export function maskedValue({ prefix = '', last_four = '' }: ApiKey): string {
  return `${prefix}••••${last_four}`;
}

import { serverNow } from '../client/server-clock.js';
import type { ApiKey } from '../contract/api-keys.js';
import { isUnused } from './api-keys.js';

/** Reasons to review a key, each with its condition. */
const reviews = {
  unending: ({ expires_at }: ApiKey) => !expires_at,
  'never-used': ({ last_used_at }: ApiKey) => !last_used_at,
  unused: (key: ApiKey, now: number) => !!key.last_used_at && isUnused(key, now),
};

/** A reason to review a key. */
export type KeyReview = keyof typeof reviews;

/** The keys to review for a reason, without keys that no longer work. */
export function keysToReview(keys: readonly ApiKey[], review: KeyReview, now = serverNow()): ApiKey[] {
  return keys.filter((key) => {
    const { is_active, expires_at } = key;
    const works = is_active ?? !(Date.parse(expires_at ?? '') <= now);
    return works && reviews[review](key, now);
  });
}

import { serverNow } from '../client/server-clock.js';
import { type ApiKey, listApiKeys } from '../contract/api-keys.js';
import type { ApiSession } from './api-session.js';
import { fetchAllPages } from './fetch-all-pages.js';

const day = 86_400_000;
const unusedDays = 90;

/**
 * The organization's API keys. All pages are read: there are few keys, and searching, sorting and finding a free name
 * need all of them.
 */
export function apiKeysResource(session: ApiSession) {
  const { client } = session;
  return { list: session.resource((call) => fetchAllPages((query) => client.call(listApiKeys, { query }, call))) };
}

/** Whether a key has not been used for 90 days, so that it may no longer be needed. */
export function isUnused({ last_used_at, created_at }: ApiKey, now = serverNow()): boolean {
  return now - Date.parse(last_used_at ?? created_at ?? '') > unusedDays * day;
}

import type { ApiKey } from '../../contract/api-keys.js';
import { searchKey, searchWords } from '../../contract/search.js';

/** What a list of keys can be put in order by; `created` is the server's own order, newest first. */
export type Order = 'created' | 'name' | 'used' | 'expiry';

/** The keys whose name or visible part holds a text, in an order. */
export function findKeys(keys: readonly ApiKey[], text: string, order: Order, lang: string): ApiKey[] {
  const words = searchWords(text);
  const found = keys.filter(({ name, prefix, last_four }) => {
    const key = searchKey([name, prefix, last_four].join(' '));
    return words.every((word) => key.includes(word));
  });
  const later = (first = '', second = '') => (Date.parse(second) || 0) - (Date.parse(first) || 0);
  const compare: Record<Order, (first: ApiKey, second: ApiKey) => number> = {
    created: (first, second) => later(first.created_at, second.created_at),
    name: (first, second) => first.name.localeCompare(second.name, lang, { numeric: true }),
    used: (first, second) => later(first.last_used_at, second.last_used_at),
    // Soonest first; those that never end come last.
    expiry: (first, second) => later(second.expires_at ?? '9999', first.expires_at ?? '9999'),
  };
  return found.sort(compare[order]);
}

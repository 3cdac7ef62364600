import type { ApiKey } from '../../contract/api-keys.js';
import { searchKey, searchWords } from '../../contract/search.js';

type Column = 'name' | 'created' | 'used' | 'expires';

/** A column that keys are in order of, with `-` before for a descending order. */
export type Order = Column | `-${Column}`;

/** The keys whose name or visible part holds a text, in an order; an empty one is the server's, newest first. */
export function findKeys(keys: readonly ApiKey[], text: string, order: Order | '', lang: string): ApiKey[] {
  const words = searchWords(text);
  const found = keys.filter(({ name, prefix, last_four }) => {
    const key = searchKey([name, prefix, last_four].join(' '));
    return words.every((word) => key.includes(word));
  });
  const byTime = (first = '', second = '') => (Date.parse(first) || 0) - (Date.parse(second) || 0);
  const compare: Record<Column, (first: ApiKey, second: ApiKey) => number> = {
    name: (first, second) => first.name.localeCompare(second.name, lang, { numeric: true }),
    created: (first, second) => byTime(first.created_at, second.created_at),
    used: (first, second) => byTime(first.last_used_at, second.last_used_at),
    // Keys that never expire come after all others.
    expires: (first, second) => byTime(first.expires_at ?? '9999', second.expires_at ?? '9999'),
  };
  if (!order) return found;
  const ascending = compare[order.replace('-', '') as Column];
  return found.sort(order.startsWith('-') ? (first, second) => ascending(second, first) : ascending);
}

import type { ApiKey } from '../../contract/api-keys.js';
import { searchKey, searchWords } from '../../contract/search.js';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import { keysToReview } from '../../resources/key-review.js';
import { filterField, searchField, sortField } from '../../ui/filters.js';
import type { DialogsWords } from './api-keys-context.js';
import type { en } from './en.js';
import type { KeyView } from './key-list.js';

type Column = 'name' | 'created' | 'used' | 'expires';

/** A column to sort the keys by; a leading `-` means descending order. */
export type Order = Column | `-${Column}`;

/** The keys that a view shows, in its order. An empty `sort` keeps the server's order, newest first. */
export function findKeys(all: readonly ApiKey[], { search, filter, sort }: KeyView, lang: string): ApiKey[] {
  const words = searchWords(search);
  const found = (filter ? keysToReview(all, filter) : all).filter(({ name, prefix, last_four }) => {
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
  if (!sort) return found;
  const ascending = compare[sort.replace('-', '') as Column];
  return found.sort(sort.startsWith('-') ? (first, second) => ascending(second, first) : ascending);
}

/** The fields that search, filter and sort the list of keys. */
export function keyFilters(
  { search, filter, sort }: KeyView,
  { t }: Locale<typeof en>,
  { t: more }: DialogsWords,
  shared: Locale<typeof sharedWords>,
) {
  const columns = [
    ['name', t('nameColumn')],
    ['created', t('createdColumn')],
    ['used', t('usedColumn')],
    ['expires', t('expiresColumn')],
  ] as const;
  return [
    searchField(more('search'), more('search'), search),
    sortField(shared.t('sortBy'), more('sortDefault'), sort, columns),
    filterField('filter', more('filter'), filter, [
      ['', more('all')],
      ['unending', t('neverExpires')],
      ['never-used', t('neverUsed')],
      ['unused', t('unused')],
    ]),
  ];
}

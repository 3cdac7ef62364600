import { html, nothing } from 'lit';
import type { ApiKey } from '../../contract/api-keys.js';
import type { Locale } from '../../locales/locale.js';
import { isUnused } from '../../resources/api-keys.js';
import { badge } from '../../ui/badge.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { menuButton } from '../../ui/menu-button.js';
import type { Column, Sort } from '../../ui/table.js';
import { day, timeAgo } from '../../ui/time.js';
import type { en } from './en.js';
import type { Order } from './key-search.js';
import { keyState, maskedValue } from './key-state.js';

type Words = Locale<typeof en>;

/** The data of a row besides its key. */
export interface KeyRow {
  /** Name of the user who created the key, if known. */
  readonly creator: string | undefined;
  /** A note about the key that replaces this one, while both exist. */
  readonly note: unknown;
  readonly openMenu: (button: HTMLButtonElement) => void;
}

/** The columns of the table of keys. */
export function keyColumns(
  rowOf: (key: ApiKey) => KeyRow,
  sortOf: (first: Order) => Sort,
  words: Words,
): Column<ApiKey>[] {
  const { t, lang } = words;
  return [
    {
      id: 'name',
      label: t('nameColumn'),
      sort: sortOf('name'),
      cell: (key) => {
        return html`<span class="name clip" title=${key.name}>${bidiIsolate(key.name)}</span>
          <code class="facts" part="code" dir="ltr" translate="no">${maskedValue(key)}</code>
          ${rowOf(key).note}`;
      },
    },
    {
      id: 'created',
      label: t('createdColumn'),
      sort: sortOf('-created'),
      cell: (key) => {
        const { creator } = rowOf(key);
        const by = creator ? words.fill('by', { name: bidiIsolate(creator) }) : '\u00a0'; // names load later
        const creatorLine = key.created_by ? html`<p class="facts clip">${by}</p>` : nothing;
        return [key.created_at ? day(key.created_at, lang) : '–', creatorLine];
      },
    },
    {
      id: 'used',
      label: t('usedColumn'),
      sort: sortOf('-used'),
      cell: (key) => {
        const isLong = isUnused(key);
        if (!key.last_used_at) return isLong ? badge(t('neverUsed'), 'warning') : t('neverUsed');
        return html`<span data-label=${t('usedColumn')}>${timeAgo(key.last_used_at, lang)}</span>
          ${isLong ? badge(t('unused'), 'warning') : nothing}`;
      },
    },
    {
      id: 'expires',
      label: t('expiresColumn'),
      sort: sortOf('expires'),
      cell: (key) => [
        key.expires_at
          ? html`<span data-label=${t('expiresColumn')}>${day(key.expires_at, lang)}</span>`
          : t('neverExpires'),
        html` ${stateBadge(key, t)}`,
      ],
    },
    {
      id: 'actions',
      label: t('actionsColumn'),
      isLabelHidden: true,
      cell: (key) => menuButton(t('actions', { name: key.name }), rowOf(key).openMenu),
    },
  ];
}

/** A badge with the state of a key; none for an active key that does not expire soon. */
function stateBadge(key: ApiKey, t: Words['t']) {
  const state = keyState(key);
  if (state.status === 'active') return nothing;
  if (state.status !== 'expiring') return badge(t(state.status), state.status === 'expired' ? 'danger' : '');
  const { days: count } = state;
  return badge(count > 1 ? t('expiresIn', { count }) : t(count ? 'expiresTomorrow' : 'expiresToday'), 'warning');
}

import { html, nothing } from 'lit';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import { isFiltered, type UserFilter } from '../../resources/users.js';
import { filterField, searchField, sortField } from '../../ui/filters.js';
import type { en } from './en.js';

/** State and actions of the filters of the list of users. */
export interface UserFilters {
  readonly filter: UserFilter;
  readonly roles: readonly string[];
  find(change: Partial<UserFilter>): void;
  clear(): void;
}

/** The search field, the filters and the order of the list of users. The server applies all of them. */
export function userFilters(
  { filter, roles, find, clear }: UserFilters,
  { t }: Locale<typeof en>,
  shared: Locale<typeof sharedWords>,
) {
  const all = ['', t('all')] as const;
  const take = (event: Event) => {
    const { name, value } = event.target as HTMLInputElement;
    find({ [name]: value });
  };
  return html`<div class="filters" role="search" @input=${take}>
    ${searchField(t('search'), t('searchHint'), filter.search)}
    ${sortField(shared.t('sortBy'), t('sortDefault'), filter.sort, [
      ['name', t('member')],
      ['role', t('role')],
      ['two_factor', t('twoFactor')],
      ['last_login', t('lastLogin')],
    ])}
    ${filterField('role', t('role'), filter.role, [all, ...roles.map((role) => [role, role] as const)])}
    ${filterField('status', t('status'), filter.status, [
      all,
      ['ACTIVE', t('status.ACTIVE')],
      ['DISABLED', t('status.DISABLED')],
    ])}
    ${filterField('two_factor', t('twoFactor'), filter.two_factor, [all, ['on', t('on')], ['off', t('off')]])}
    ${isFiltered(filter) ? html`<button class="quiet" part="button" @click=${clear}>${t('clear')}</button>` : nothing}
  </div>`;
}

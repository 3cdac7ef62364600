import { html, nothing } from 'lit';
import type { Locale } from '../../locales/locale.js';
import { isFiltered, type UserFilter } from '../../resources/users.js';
import { icon, search } from '../../ui/icon.js';
import type { en } from './en.js';

/** What the filters of the list of users show and do. */
export interface UserFilters {
  readonly filter: UserFilter;
  readonly roles: readonly string[];
  find(change: Partial<UserFilter>): void;
  clear(): void;
}

/** The search field and the filters of the list of users, each of which the server applies. */
export function userFilters({ filter, roles, find, clear }: UserFilters, { t }: Locale<typeof en>) {
  const select = (name: keyof UserFilter, label: string, options: readonly (readonly [string, string])[]) => html`<div
    class=${filter[name] ? 'filter set' : 'filter'}
    part="field"
  >
    <label for=${name} part="label">${label}</label>
    <select id=${name} name=${name} part="input">
      ${[['', t('all')] as const, ...options].map(
        ([value, text]) => html`<option value=${value} .selected=${value === filter[name]}>${text}</option>`,
      )}
    </select>
  </div>`;
  const take = (event: Event) => {
    const { name, value } = event.target as HTMLInputElement;
    find({ [name]: value });
  };
  return html`<div class="filters" role="search" @input=${take}>
    <div class="search">
      ${icon(search)}
      <input
        type="search"
        name="search"
        part="input"
        aria-label=${t('search')}
        placeholder=${t('searchHint')}
        autocomplete="off"
        spellcheck="false"
        .value=${filter.search}
      />
    </div>
    ${select(
      'role',
      t('role'),
      roles.map((role) => [role, role]),
    )}
    ${select('status', t('status'), [
      ['ACTIVE', t('status.ACTIVE')],
      ['DISABLED', t('status.DISABLED')],
    ])}
    ${select('two_factor', t('twoFactor'), [
      ['on', t('on')],
      ['off', t('off')],
    ])}
    ${isFiltered(filter) ? html`<button class="quiet" part="button" @click=${clear}>${t('clear')}</button>` : nothing}
  </div>`;
}

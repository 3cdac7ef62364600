import { html, type ReactiveControllerHost } from 'lit';
import type { ApiKey } from '../../contract/api-keys.js';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import type { KeyReview } from '../../resources/key-review.js';
import { pageOf, pager } from '../../ui/pager.js';
import { sortable, table } from '../../ui/table.js';
import type { en } from './en.js';
import { type KeyRow, keyColumns } from './key-row.js';
import type { findKeys, Order } from './key-search.js';

/** Which keys are shown, and in which order; empty values do not filter or sort. */
export interface KeyView {
  readonly search: string;
  readonly filter: KeyReview | '';
  readonly sort: Order | '';
}

/** Searches, filters and sorts keys, and renders the fields for that; loaded after the list. */
export interface KeySearch {
  readonly find: typeof findKeys;
  readonly noMatch: string;
  renderFilters(view: KeyView): unknown;
  /** How many keys were found, in words. */
  resultOf(count: number): string;
}

/** The view of all keys, in the server's order. */
export const allKeys: KeyView = { search: '', filter: '', sort: '' };

/** Filters that an address or the security check-up can set. */
export const reviews: readonly KeyReview[] = ['unending', 'never-used', 'unused'];

/** The table of keys, with its search, its filter, its order and its page. */
export class KeyList {
  readonly #host: ReactiveControllerHost;
  #view = allKeys;
  #page = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Until the search is loaded, all keys are shown in the server's order. */
  render(
    all: readonly ApiKey[],
    rowOf: (key: ApiKey) => KeyRow,
    search: KeySearch | undefined,
    locale: Locale<typeof en>,
    shared: Locale<typeof sharedWords>,
  ) {
    const { t, readerLang } = locale;
    const view = this.#view;
    const found = search?.find(all, view, readerLang) ?? all;
    const { start, end } = pageOf(this.#page, found.length);
    const sortOf = (first: Order) => sortable(view.sort, first, (sort) => this.show({ sort }));
    const columns = keyColumns(rowOf, sortOf, locale);
    const rows = found.slice(start, end);
    return html`
      <div class="filters" role="search" @input=${this.#take}>${search?.renderFilters(view)}</div>
      ${
        rows.length
          ? table({ label: t('list'), columns, rows, key: ({ id }) => id })
          : html`<p class="empty" part="empty">${search?.noMatch}</p>`
      }
      ${pager(shared, this.#page, found.length, this.#turn)}
      <p class="hidden" role="status">${view.search || view.filter ? search?.resultOf(found.length) : ''}</p>
    `;
  }

  readonly #take = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    this.show({ [name]: value });
  };

  /** Changes the view and shows its first page. */
  show(change: Partial<KeyView>): void {
    this.#view = { ...this.#view, ...change };
    this.#turn(0);
  }

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.#host.requestUpdate();
  };
}

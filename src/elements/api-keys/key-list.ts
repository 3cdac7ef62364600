import { html, type ReactiveControllerHost } from 'lit';
import type { ApiKey } from '../../contract/api-keys.js';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import { pageOf, pager } from '../../ui/pager.js';
import { sortable, table } from '../../ui/table.js';
import type { en } from './en.js';
import { type KeyRow, keyColumns } from './key-row.js';
import type { findKeys, Order } from './key-search.js';

/** The table of keys, with its search, its order and its page. */
export class KeyList {
  readonly #host: ReactiveControllerHost;
  #search = '';
  #order: Order | '' = '';
  #page = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** `find` searches and sorts; until it is loaded, the keys are shown in the server's order. */
  render(
    all: readonly ApiKey[],
    rowOf: (key: ApiKey) => KeyRow,
    find: typeof findKeys | undefined,
    locale: Locale<typeof en>,
    shared: Locale<typeof sharedWords>,
  ) {
    const { t, readerLang } = locale;
    const found = find ? find(all, this.#search, this.#order, readerLang) : all;
    const { start, end } = pageOf(this.#page, found.length);
    const sortOf = (first: Order) => sortable(this.#order, first, this.#sortBy);
    const columns = keyColumns(rowOf, sortOf, locale);
    const rows = found.slice(start, end);
    return html`
      <input
        name="search"
        part="input"
        type="search"
        autocomplete="off"
        spellcheck="false"
        placeholder=${t('search')}
        aria-label=${t('search')}
        .value=${this.#search}
        @input=${this.#find}
      />
      ${
        rows.length
          ? table({ label: t('list'), columns, rows, key: ({ id }) => id, sortLabel: shared.t('sortBy') })
          : html`<p class="empty" part="empty">${t('noMatch')}</p>`
      }
      ${pager(shared, this.#page, found.length, this.#turn)}
      <p class="hidden" role="status">${this.#search ? t('found', { count: found.length }) : ''}</p>
    `;
  }

  readonly #find = (event: Event): void => {
    this.#search = (event.target as HTMLInputElement).value;
    this.#turn(0);
  };

  readonly #sortBy = (order: Order | ''): void => {
    this.#order = order;
    this.#turn(0);
  };

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.#host.requestUpdate();
  };
}

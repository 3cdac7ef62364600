import { html, nothing, type ReactiveControllerHost } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ApiKey } from '../../contract/api-keys.js';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import { pageOf, pager } from '../../ui/pager.js';
import type { en } from './en.js';
import { type KeyRow, keyRow } from './key-row.js';
import type { findKeys, Order } from './key-search.js';

const orders = { created: 'sortCreated', name: 'sortName', used: 'sortUsed', expiry: 'sortExpiry' } as const;

/** The list of keys, with its search, its order and its page. */
export class KeyList {
  readonly #host: ReactiveControllerHost;
  #search = '';
  #order: Order = 'created';
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
    return html`
      ${this.#renderTools(locale)} ${found.length ? nothing : html`<p class="muted">${t('noMatch')}</p>`}
      <ul class=${found.length ? 'list' : ''} part="list" role="list" aria-label=${t('list')}>
        ${repeat(
          found.slice(start, end),
          ({ id }) => id,
          (key) => keyRow(key, rowOf(key), locale),
        )}
      </ul>
      ${pager(shared, this.#page, found.length, this.#turn)}
      <p class="hidden" role="status">${this.#search ? t('found', { count: found.length }) : ''}</p>
    `;
  }

  #renderTools({ t }: Locale<typeof en>) {
    return html`<div class="tools" @input=${this.#find}>
      <input
        name="search"
        part="input"
        type="search"
        autocomplete="off"
        spellcheck="false"
        placeholder=${t('search')}
        aria-label=${t('search')}
        .value=${this.#search}
      />
      <select name="order" part="input" aria-label=${t('sort')}>
        ${Object.entries(orders).map(([value, word]) => html`<option value=${value} .selected=${value === this.#order}>${t(word)}</option>`)}
      </select>
    </div>`;
  }

  readonly #find = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    if (name === 'order') this.#order = value as Order;
    else this.#search = value;
    this.#turn(0);
  };

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.#host.requestUpdate();
  };
}

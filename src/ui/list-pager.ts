import { html, nothing } from 'lit';
import type { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';
import type { ListPage } from '../resources/paged-list.js';
import { type Choice, options } from './options.js';
import { pagerRow, pageSize } from './pager.js';

/** Page sizes that the user can choose. */
const pageSizes = [pageSize, 50, 100];

/**
 * The pager below a list whose pages come from the server. `goTo` receives the index of the page's first row. `extra`
 * is shown beside the buttons, such as {@link pageSizeSelect}. `noteOf` returns a note, which is shown even if one page
 * has all rows.
 */
export function listPager(
  words: Locale<typeof en>,
  page: ListPage<unknown>,
  goTo: (start: number) => void,
  extra: unknown = nothing,
  noteOf = (_isOnePage: boolean): string | undefined => undefined,
) {
  const { items, start, size, total, hasMore } = page;
  const hasPages = !!start || hasMore || items.length > pageSize;
  const end = start + items.length;
  const previous = start > 0 ? () => goTo(Math.max(0, start - size)) : undefined;
  const next = hasMore ? () => goTo(end) : undefined;
  return pagerRow(words, { start, end, total, hasPages }, previous, next, extra, noteOf(!hasPages));
}

/** Chooses how many rows a page of a long list shows. */
export function pageSizeSelect(label: string, { size }: ListPage<unknown>, choose: (size: number) => void) {
  const change = (event: Event) => choose(Number((event.target as HTMLSelectElement).value));
  const sizes = pageSizes.map((value): Choice => [`${value}`, `${value}`]);
  return html`<div class="row muted">
    <label for="page-size" part="label">${label}</label>
    <select id="page-size" part="input" @change=${change} ${options(sizes, `${size}`)}></select>
  </div>`;
}

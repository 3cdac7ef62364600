import { html, nothing } from 'lit';
import type { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';
import type { ListPage } from '../resources/paged-list.js';
import { type Choice, options } from './options.js';

/** Rows of a list or table that are shown at once. */
const pageSize = 20;

/** How many rows users can have shown at once. */
const pageSizes = [pageSize, 50, 100];

/** Which rows a page of a list of `total` rows shows; `page` counts from 0 and may be past the end, where rows are gone. */
export function pageOf(page: number, total: number) {
  const last = Math.max(0, Math.ceil(total / pageSize) - 1);
  const current = Math.min(page, last);
  const start = current * pageSize;
  return { current, last, start, end: Math.min(start + pageSize, total) };
}

/** The pager below a list whose rows are all loaded; nothing where one page shows them all. */
export function pager(words: Locale<typeof en>, page: number, total: number, goTo: (page: number) => void) {
  const { current, last, start, end } = pageOf(page, total);
  if (!last) return nothing;
  const previous = current > 0 ? () => goTo(current - 1) : undefined;
  const next = current < last ? () => goTo(current + 1) : undefined;
  return pagerButtons(words, { start, end, total }, previous, next);
}

/**
 * The pager below a list whose pages come from the server; `goTo` is given the index of the page's first row. `extra`
 * stands beside the buttons, such as {@link pageSizeSelect}.
 */
export function listPager(
  words: Locale<typeof en>,
  page: ListPage<unknown>,
  goTo: (start: number) => void,
  extra: unknown = nothing,
) {
  const { items, start, size, total, hasMore } = page;
  if (!start && !hasMore && items.length <= pageSize) return nothing;
  const end = start + items.length;
  const previous = start > 0 ? () => goTo(Math.max(0, start - size)) : undefined;
  return pagerButtons(words, { start, end, total }, previous, hasMore ? () => goTo(end) : undefined, extra);
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

function pagerButtons(
  { t }: Locale<typeof en>,
  { start, end, total }: { start: number; end: number; total: number | undefined },
  previous: (() => void) | undefined,
  next: (() => void) | undefined,
  extra: unknown = nothing,
) {
  const button = (text: string, goTo: (() => void) | undefined) => {
    const click = ({ currentTarget }: Event) => {
      if (!goTo) return;
      goTo();
      focusList((currentTarget as Element).parentElement?.previousElementSibling);
    };
    return html`<button class="secondary" part="button" aria-disabled=${!goTo} @click=${click}>${text}</button>`;
  };
  const place = { first: start + 1, last: end };
  return html`<div class="row pager" part="pager">
    <span class="muted" role="status">
      ${total === undefined ? t('rowsUncounted', place) : t('rows', { ...place, total })}
    </span>
    ${extra} ${button(t('previousPage'), previous)} ${button(t('nextPage'), next)}
  </div>`;
}

/** Moves focus to a list or table, and scrolls its first rows into view: that is where the next page is read from. */
function focusList(container: Element | null | undefined): void {
  const list = container?.querySelector('table') ?? (container as HTMLElement | null);
  if (!list) return;
  list.tabIndex = -1;
  list.focus({ preventScroll: true });
  // Two rows, because the header row of a narrow table is not visible.
  for (const row of [...list.querySelectorAll('tr, li')].slice(0, 2)) row.scrollIntoView({ block: 'nearest' });
}

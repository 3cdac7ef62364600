import { html, nothing } from 'lit';
import type { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';
import type { ListPage } from '../resources/paged-list.js';

/** Rows of a list or table that are shown at once. */
export const pageSize = 20;

/** Where a list of `total` rows stands; `page` counts from 0 and may be past the end, where rows have gone. */
export function pageOf(page: number, total: number) {
  const last = Math.max(0, Math.ceil(total / pageSize) - 1);
  const current = Math.min(page, last);
  const start = current * pageSize;
  return { current, last, start, end: Math.min(start + pageSize, total) };
}

/** Turns the pages of a list that is all here; nothing where there is only one. */
export function pager(words: Locale<typeof en>, page: number, total: number, turn: (page: number) => void) {
  const { current, last, start, end } = pageOf(page, total);
  if (!last) return nothing;
  const previous = current > 0 ? () => turn(current - 1) : undefined;
  const next = current < last ? () => turn(current + 1) : undefined;
  return turner(words, { start, end, total }, previous, next);
}

/** The same for a list whose pages come from the server; `turn` is told the row to begin at. */
export function listPager(words: Locale<typeof en>, page: ListPage<unknown>, turn: (start: number) => void) {
  const { items, start, total, hasMore } = page;
  if (!start && !hasMore) return nothing;
  const end = start + items.length;
  const previous = start > 0 ? () => turn(Math.max(0, start - pageSize)) : undefined;
  return turner(words, { start, end, total }, previous, hasMore ? () => turn(end) : undefined);
}

function turner(
  { t }: Locale<typeof en>,
  { start, end, total }: { start: number; end: number; total: number | undefined },
  previous: (() => void) | undefined,
  next: (() => void) | undefined,
) {
  const button = (text: string, act: (() => void) | undefined) =>
    html`<button class="secondary" part="button" aria-disabled=${!act} @click=${() => act?.()}>${text}</button>`;
  const place = { first: start + 1, last: end };
  return html`<div class="row pager">
    ${button(t('previousPage'), previous)} ${button(t('nextPage'), next)}
    <span class="muted" role="status">
      ${total === undefined ? t('rowsUncounted', place) : t('rows', { ...place, total })}
    </span>
  </div>`;
}

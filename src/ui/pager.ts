import { html, nothing } from 'lit';
import type { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';

/** Rows per page of a list or table. */
export const pageSize = 20;

/** Which of `total` rows a page shows. `page` counts from 0, and may be past the end if rows were removed. */
export function pageOf(page: number, total: number) {
  const last = Math.max(0, Math.ceil(total / pageSize) - 1);
  const current = Math.min(page, last);
  const start = current * pageSize;
  return { current, last, start, end: Math.min(start + pageSize, total) };
}

/** The pager below a list whose rows are all loaded. */
export function pager(words: Locale<typeof en>, page: number, total: number, goTo: (page: number) => void) {
  const { current, last, start, end } = pageOf(page, total);
  const previous = current > 0 ? () => goTo(current - 1) : undefined;
  const next = current < last ? () => goTo(current + 1) : undefined;
  return pagerRow(words, { start, end, total, hasPages: !!last }, previous, next);
}

/** Which rows are shown, with buttons if there are several pages. A live region, so it exists before it has a text. */
export function pagerRow(
  { t }: Locale<typeof en>,
  { start, end, total, hasPages }: { start: number; end: number; total: number | undefined; hasPages: boolean },
  previous: (() => void) | undefined,
  next: (() => void) | undefined,
  extra: unknown = nothing,
  note = '',
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
  const rows = total === undefined ? t('rowsUncounted', place) : t('rows', { ...place, total });
  const text = hasPages ? `${rows} ${note}` : note;
  return html`<div class=${hasPages ? 'row pager' : note && end ? 'note' : 'hidden'} part=${hasPages ? 'pager' : nothing}
    ><span class="muted" role="status" .textContent=${text}></span
    >${hasPages ? [extra, button(t('previousPage'), previous), button(t('nextPage'), next)] : nothing}</div>`;
}

/** Moves focus to a list or table, and scrolls its first rows into view, where reading the next page starts. */
function focusList(container: Element | null | undefined): void {
  const list = container?.querySelector('table') ?? (container as HTMLElement | null);
  if (!list) return;
  list.tabIndex = -1;
  list.focus({ preventScroll: true });
  // Two rows, because the header row of a narrow table is not visible.
  for (const row of [...list.querySelectorAll('tr, li')].slice(0, 2)) row.scrollIntoView({ block: 'nearest' });
}

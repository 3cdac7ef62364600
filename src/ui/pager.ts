import { html, nothing } from 'lit';
import type { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';

/** Rows of a list or table that are shown at once. */
export const pageSize = 20;

/** Where a list of `total` rows stands; `page` counts from 0 and may be past the end, where rows have gone. */
export function pageOf(page: number, total: number) {
  const last = Math.max(0, Math.ceil(total / pageSize) - 1);
  const current = Math.min(page, last);
  const start = current * pageSize;
  return { current, last, start, end: Math.min(start + pageSize, total) };
}

/** Turns the pages of a list; nothing where there is only one. */
export function pager({ t }: Locale<typeof en>, page: number, total: number, turn: (page: number) => void) {
  const { current, last, start, end } = pageOf(page, total);
  if (!last) return nothing;
  const button = (text: string, target: number) => {
    const isOff = target < 0 || target > last;
    return html`<button class="secondary" part="button" aria-disabled=${isOff} @click=${() => isOff || turn(target)}>
      ${text}
    </button>`;
  };
  return html`<div class="row pager">
    ${button(t('previousPage'), current - 1)} ${button(t('nextPage'), current + 1)}
    <span class="muted" role="status">${t('rows', { first: start + 1, last: end, total })}</span>
  </div>`;
}

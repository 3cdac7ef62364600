import { html } from 'lit';

/** Lines in place of what is loading. `text` says so to screen readers; without it they are told elsewhere. */
export function skeleton(text?: string) {
  const lines = html`<i></i><i></i><i></i>`;
  return text === undefined
    ? html`<div class="skeleton" part="skeleton" aria-hidden="true">${lines}</div>`
    : html`<div class="skeleton" part="skeleton" aria-busy="true"><span class="hidden" role="status">${text}</span>${lines}</div>`;
}

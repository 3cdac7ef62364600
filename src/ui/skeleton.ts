import { html } from 'lit';

/** Lines in place of what is loading. `text` says so to screen readers. */
export function skeleton(text: string) {
  return html`<div class="skeleton" part="skeleton" aria-busy="true"><span class="hidden" role="status">${text}</span><i></i><i></i><i></i></div>`;
}

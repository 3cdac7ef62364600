import { html, nothing } from 'lit';

/** A framed sentence with, where there is one, a way on beside it. */
export function notice(text: unknown, action: unknown = nothing) {
  return html`<div class="notice" part="notice"><p>${text}</p>${action}</div>`;
}

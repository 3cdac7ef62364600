import { html, nothing } from 'lit';

/** A framed sentence with, where there is one, a way on beside it. As an `alert` it's also read out at once. */
export function notice(text: unknown, action: unknown = nothing, role: 'alert' | typeof nothing = nothing) {
  return html`<div class="notice" part="notice" role=${role}><p>${text}</p>${action}</div>`;
}

import { html, nothing } from 'lit';
import { icon, warning } from './icon.js';

/** A framed sentence, optionally with an action beside it. An `alert` has an icon, and is read out immediately. */
export function notice(text: unknown, action: unknown = nothing, role: 'alert' | typeof nothing = nothing) {
  return html`<div class="notice" part="notice" role=${role}>
    ${role === 'alert' ? icon(warning, 'bad') : nothing}
    <p>${text}</p>
    ${action}
  </div>`;
}

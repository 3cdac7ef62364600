import { html } from 'lit';
import { dots, icon } from './icon.js';

/** The button at the end of a row that opens the row's menu. Its accessible name says of what, such as "Actions for Ada". */
export function menuButton(label: string, open: (button: HTMLButtonElement) => void) {
  return html`<button
    class="icon-button"
    part="button"
    aria-label=${label}
    title=${label}
    aria-haspopup="menu"
    @click=${(event: Event) => open(event.currentTarget as HTMLButtonElement)}
  >
    ${icon(dots)}
  </button>`;
}

import { html } from 'lit';
import { icon, type Outline } from './icon.js';

const dots: Outline = 'M3.5 8h.01M8 8h.01M12.5 8h.01';

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

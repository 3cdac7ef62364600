import { html } from 'lit';

/** The outline of an icon of 16 by 16 units, drawn in one stroke. */
export type Outline = string;

/** An icon beside a word that says the same, so screen readers skip it. */
export function icon(outline: Outline, className = '') {
  return html`<svg class="icon ${className}" part="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${outline} /></svg>`;
}

export const chevronDown = 'm4 6 4 4 4-4';
export const chevronRight = 'm6 4 4 4-4 4';
export const dots = 'M3.5 8h.01M8 8h.01M12.5 8h.01';
export const search = 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3 13.5 13.5';
export const close = 'm4 4 8 8M12 4l-8 8';
export const arrowUp = 'M8 13V3M4.5 6.5 8 3l3.5 3.5';
export const arrowDown = 'M8 3v10M4.5 9.5 8 13l3.5-3.5';

import { html } from 'lit';

/** The outline of an icon of 16 by 16 units, drawn in one stroke. */
export type Outline = string;

/** An icon beside a word that says the same, so screen readers skip it. */
export function icon(outline: Outline, className = '') {
  return html`<svg class="icon ${className}" part="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${outline} /></svg>`;
}

export const chevronDown = 'm4 6 4 4 4-4';
export const warning = 'M8 2.5 14.5 13h-13zM8 6.5v3M8 11.3h.01';
export const search = 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3 13.5 13.5';
export const close = 'm4 4 8 8M12 4l-8 8';

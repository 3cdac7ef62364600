import { html } from 'lit';

/**
 * Frames in place of what is loading. A pane sets their heights in its styles, as `grid-template-rows`, to those of its
 * usual content.
 */
export function skeleton(count = 1) {
  const frames = Array.from({ length: count }, () => html`<i></i>`);
  return html`<div class="skeleton" part="skeleton" aria-busy="true">${frames}</div>`;
}

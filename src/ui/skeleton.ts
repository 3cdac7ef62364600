import { html } from 'lit';

/**
 * Frames in place of content that is loading. A pane sets their heights to those of its usual content: `--_wide`, and
 * `--_narrow` for less than 40rem, in the form of `grid-template-rows`.
 */
export function skeleton(count = 1) {
  const frames = Array.from({ length: count }, () => html`<i></i>`);
  return html`<div class="skeleton" part="skeleton" aria-busy="true">${frames}</div>`;
}

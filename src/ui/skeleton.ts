import { html, nothing } from 'lit';

/**
 * Frames in place of what is loading. A pane sets their heights in its styles, as `grid-template-rows`, to those of its
 * usual content. `text` says to screen readers that something is loading; it is empty where they are told elsewhere.
 */
export function skeleton(text = '', count = 1) {
  const frames = Array.from({ length: count }, () => html`<i></i>`);
  const status = text ? html`<span class="hidden" role="status">${text}</span>` : nothing;
  return html`<div class="skeleton" part="skeleton" aria-busy="true">${status}${frames}</div>`;
}

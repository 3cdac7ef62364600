import { html } from 'lit';

/**
 * A heading of any level. One element with a level of its own instead of six templates: to a reader it's the same.
 * It can be focused by script, to lead the user to it.
 */
export function heading(level: number, text: unknown) {
  const known = level >= 1 && level <= 6 ? level : 2; // a host may write anything into an attribute
  return html`<p role="heading" aria-level=${known} part="heading" tabindex="-1">${text}</p>`;
}

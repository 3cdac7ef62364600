import { html } from 'lit';

/**
 * A heading of any level. One element with `aria-level` replaces six templates: screen readers treat both alike.
 * Scripts can focus the heading, to move the user there.
 */
export function heading(level: number, text: unknown) {
  const known = level >= 1 && level <= 6 ? level : 2; // a host may write anything into an attribute
  return html`<p role="heading" aria-level=${known} part="heading" tabindex="-1">${text}</p>`;
}

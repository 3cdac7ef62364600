import { html, nothing } from 'lit';

/** A read-only value with its label, and optionally a button that copies the value. */
export interface Fact {
  readonly label: unknown;
  readonly value: unknown;
  readonly button?: unknown;
}

/** A list of facts; nothing if there are none. */
export function factList(name: string, facts: readonly Fact[]) {
  if (!facts.length) return nothing;
  return html`<dl part="list" aria-label=${name}>
    ${facts.map(
      ({ label, value, button }) =>
        html`<div part="row"><dt>${label}</dt><dd><bdi>${value}</bdi>${button ?? nothing}</dd></div>`,
    )}
  </dl>`;
}

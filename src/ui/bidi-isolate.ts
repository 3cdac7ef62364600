import { html } from 'lit';

/** Characters that turn the direction of the text after them, to the end of whatever they stand in. */
const turning = /([\u202a-\u202e\u2066-\u2069])/;

/**
 * A name that somebody else chose, isolated from the words around it, and in the order its letters have: a character
 * that would turn them around is shut in by itself.
 */
export function bidiIsolate(name: string) {
  return html`<bdi>${name.split(turning).map((piece, index) => (index % 2 ? html`<bdi>${piece}</bdi>` : piece))}</bdi>`;
}

/** The same where space is short: three lines of it at most, and the whole on hover. */
export function clippedName(name: string) {
  return html`<span class="name" title=${name}>${bidiIsolate(name)}</span>`;
}

import { html } from 'lit';

/** Characters that change the direction of the text after them, up to the end of the element. */
const directionCharacter = /([\u202a-\u202e\u2066-\u2069])/;

/**
 * Data such as a name: isolated from the text around it and from the browser's translator. Each character that would
 * change the direction is isolated by itself, so that the name reads in the order of its letters.
 */
export function bidiIsolate(name: string) {
  const pieces = name.split(directionCharacter);
  return html`<bdi translate="no"
    >${pieces.map((piece, index) => (index % 2 ? html`<bdi>${piece}</bdi>` : piece))}</bdi
  >`;
}

/** A name of at most three lines, with the whole name as its tooltip. */
export function clippedName(name: string) {
  return html`<span class="name" title=${name}>${bidiIsolate(name)}</span>`;
}

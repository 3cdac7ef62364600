import { html, noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** Characters that change the direction of the text after them, up to the end of the element. */
const directionCharacter = /([\u202a-\u202e\u2066-\u2069])/;

class IsolatedText extends Directive {
  #text: string | undefined;

  render(_text: string): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [text]: [string]): unknown {
    if (text !== this.#text) element.replaceChildren(...text.split(directionCharacter).map(isolated));
    this.#text = text;
    return noChange;
  }
}

function isolated(piece: string, index: number): Node | string {
  if (index % 2 === 0) return piece;
  const bdi = document.createElement('bdi');
  bdi.textContent = piece;
  return bdi;
}

/**
 * The text of an element, as in `<bdi ${isolatedText(name)}></bdi>`. Each character that would change the direction is
 * isolated by itself, so that a name reads in the order of its letters. Renders no comment nodes.
 */
export const isolatedText = directive(IsolatedText);

/** Data such as a name: isolated from the text around it and from the browser's translator. */
export function bidiIsolate(name: string) {
  return html`<bdi translate="no" ${isolatedText(name)}></bdi>`;
}

/** A name of at most three lines, with the whole name as its tooltip. */
export function clippedName(name: string) {
  return html`<span class="name" title=${name}>${bidiIsolate(name)}</span>`;
}

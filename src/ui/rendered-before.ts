import { noChange, render } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

class RenderedBefore extends Directive {
  #isUsed = false;

  render(_content: readonly unknown[]): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [content]: [readonly unknown[]]): unknown {
    this.#isUsed ||= content.length > 0;
    if (this.#isUsed) render(content, element.parentNode as HTMLElement, { renderBefore: element });
    return noChange;
  }
}

/** Renders content before an element, for content that few rows have. Empty content costs no comment node. */
export const renderedBefore = directive(RenderedBefore);

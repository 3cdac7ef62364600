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

/** What stands before an element in few rows of many. Costs no comment node where there is nothing. */
export const renderedBefore = directive(RenderedBefore);

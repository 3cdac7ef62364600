import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** A value of a select, and its text. */
export type Choice = readonly [value: string, text: string];

class Options extends Directive {
  #choices = '';
  #value: string | undefined;

  render(_choices: readonly Choice[], _value: string): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [choices, value]: [readonly Choice[], string]): unknown {
    const select = element as HTMLSelectElement;
    const text = String(choices);
    const isNew = text !== this.#choices;
    if (isNew) select.replaceChildren(...choices.map(createOption));
    // Otherwise the user's choice stays, even if it takes effect later.
    if (isNew || value !== this.#value) select.value = value;
    this.#choices = text;
    this.#value = value;
    return noChange;
  }
}

function createOption([value, textContent]: Choice): HTMLOptionElement {
  return Object.assign(document.createElement('option'), { value, textContent });
}

/** The options of a select, and the selected value. Costs no comment node; a list of templates costs two per option. */
export const options = directive(Options);

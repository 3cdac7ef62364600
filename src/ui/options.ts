import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** A value of a select, and its words. */
export type Choice = readonly [value: string, text: string];

class Options extends Directive {
  #choices = '';

  render(_choices: readonly Choice[], _value: string): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [choices, value]: [readonly Choice[], string]): unknown {
    const select = element as HTMLSelectElement;
    const known = String(choices);
    if (known !== this.#choices) select.replaceChildren(...choices.map(([id, text]) => new Option(text, id)));
    this.#choices = known;
    if (select.value !== value) select.value = value;
    return noChange;
  }
}

/** The options of a select, and which one is selected. Costs no comment nodes, where a list of templates costs two an option. */
export const options = directive(Options);

import type { LitElement } from 'lit';
import type { Pane } from './agni-pane.js';

/**
 * The parts that are the same in every pane, as `exportparts` wants them: an element that is made of panes hands them
 * on, so that a host styles them there as in a pane that stands alone.
 */
export const exportedParts =
  'section, heading, field, label, input, button, button-primary, button-danger, list, table, row, cell, badge, dialog, notice';

/** The panes that an element is made of, taken together. */
export class ChildPanes {
  readonly #whole: LitElement;
  readonly #selector: string;

  /** `selector` finds them in the element's root. */
  constructor(whole: LitElement, selector: string) {
    this.#whole = whole;
    this.#selector = selector;
  }

  get all(): Pane[] {
    return [...(this.#whole.renderRoot?.querySelectorAll<Pane>(this.#selector) ?? [])];
  }

  get areDirty(): boolean {
    return this.all.some(({ dirty }) => dirty);
  }

  /** What is ready or edited in a part is said by the whole, once: a listener for `agni-ready` and `agni-dirty-change`. */
  readonly keep = (event: Event): void => {
    event.stopPropagation();
    this.#whole.requestUpdate();
  };

  async refresh(): Promise<void> {
    await Promise.all(this.all.map((part) => part.refresh()));
  }

  reset(): void {
    for (const part of this.all) part.reset();
  }
}

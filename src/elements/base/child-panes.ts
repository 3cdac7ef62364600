import type { LitElement } from 'lit';
import type { Pane } from './pane.js';

/**
 * The parts that all panes have in common, for `exportparts`: an element that contains panes exports their parts, so
 * that a host can style them as in a single pane.
 */
export const exportedParts =
  'section, heading, field, label, help, error, input, button, button-primary, button-danger, link, list, table, row, cell, badge, badge-success, badge-warning, badge-danger, dialog, notice, message, menu, menu-item, tab, tab-selected, icon, code, avatar, meter, pager, save-bar, empty, skeleton';

/** The panes inside an element, with operations on all of them. */
export class ChildPanes {
  readonly #parent: LitElement;
  readonly #selector: string;

  /** `selector` finds the panes in the root of `parent`. */
  constructor(parent: LitElement, selector: string) {
    this.#parent = parent;
    this.#selector = selector;
  }

  get all(): Pane[] {
    return [...(this.#parent.renderRoot?.querySelectorAll<Pane>(this.#selector) ?? [])];
  }

  get areDirty(): boolean {
    return this.all.some(({ dirty }) => dirty);
  }

  /** A listener that stops `agni-ready` and `agni-dirty-change` of the child panes: the parent fires its own events. */
  readonly absorb = (event: Event): void => {
    event.stopPropagation();
    this.#parent.requestUpdate();
  };

  async refresh(): Promise<void> {
    await Promise.all(this.all.map((pane) => pane.refresh()));
  }

  /** As {@link Pane.show}; a pane itself is found by its tag without `agni-`. */
  show(place: string): boolean {
    const pane = this.all.find(({ localName }) => localName === `agni-${place}`);
    pane?.focus();
    return !!pane || this.all.some((each) => each.show(place));
  }

  reset(): void {
    for (const pane of this.all) pane.reset();
  }
}

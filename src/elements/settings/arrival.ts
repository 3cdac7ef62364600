import { hasViews, type Pane } from '../base/pane.js';
import type { Address } from './address.js';

/**
 * Moves focus to a pane that the user went to, or to a place in it, once the pane is loaded. Focus stays where it is if
 * the user moved it while the pane was loading.
 */
export class Arrival {
  #goal: (Address & { readonly from: Element | null }) | undefined;

  /** Called when the user goes to a pane. Without `place`, a goal in that pane that is not reached yet stays. */
  start(id: string, place?: string): void {
    const former = this.#goal?.id === id ? this.#goal.place : '';
    this.#goal = { id, place: place ?? former, from: focusedElement() };
  }

  /** Called after each render with the open pane and its element, if the element is loaded. */
  settle(openId: string, target: Pane | HTMLElement | undefined): void {
    const goal = this.#goal;
    if (!target || goal?.id !== openId) return;
    const pane = 'updateComplete' in target ? (target as Pane) : undefined;
    const hasPlace = !!goal.place || hasViews(target);
    if (hasViews(target)) target.view = goal.place;
    if (goal.place && pane?.state === 'loading') return; // its fields are not there yet
    this.#goal = undefined;
    const arrive = () => {
      const now = focusedElement();
      if (now !== goal.from && now !== document.body) return;
      if (!pane || !hasPlace || !pane.show(goal.place)) target.focus();
    };
    if (pane) void pane.updateComplete.then(arrive);
    else arrive();
  }
}

/** The element with focus, through every shadow root. */
function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

import type { LitElement } from 'lit';

/** Whether the user has moved focus out of a pane, such as into a field of the host page. */
export function isFocusElsewhere({ renderRoot }: LitElement): boolean {
  return document.activeElement !== document.body && !(renderRoot as ShadowRoot).activeElement;
}

import { nextFrame } from '@open-wc/testing';
import { within } from './queries.js';

/** Actions of a user: presses controls and types. */
export const user = {
  async click(element: HTMLElement): Promise<void> {
    element.focus();
    element.click();
    await nextFrame();
  },
  /** Replaces a field's text, as if the user selects all of it and types. */
  async fill(field: HTMLElement, text: string): Promise<void> {
    field.focus();
    (field as HTMLInputElement).value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await nextFrame();
  },
  async choose(select: HTMLElement, label: string): Promise<void> {
    const { options } = select as HTMLSelectElement;
    const option = [...options].find((candidate) => candidate.text.trim() === label);
    if (!option) throw new Error(`No option "${label}" among ${[...options].map(({ text }) => text.trim())}`);
    option.selected = true;
    select.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await nextFrame();
  },
};

/** Queries by role, label and text within an element's open shadow root. */
export function viewOf(element: Element) {
  return within(element.shadowRoot as unknown as HTMLElement);
}

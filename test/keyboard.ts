import { nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

/** Presses real keys, as a keyboard user does. */
export async function key(press: string): Promise<void> {
  await sendKeys({ press });
  await nextFrame();
}

/** Replaces the text of the focused field by typing. */
export async function retype(text: string): Promise<void> {
  const field = focused() as HTMLInputElement;
  field.select();
  await sendKeys({ type: text });
  await nextFrame();
}

/** Presses Tab until a later element has the focus; after the last element, the browser's controls get the focus. */
export async function tabTo(element: HTMLElement): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    if (focused() === element) return;
    await key('Tab');
  }
  throw new Error(`${element.outerHTML.slice(0, 80)} can't be reached by Tab`);
}

/** The focused element, through all shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

import { nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

/** Presses real keys, as a user without a mouse does. */
export async function key(press: string): Promise<void> {
  await sendKeys({ press });
  await nextFrame();
}

/** Types into what has the focus, in place of what it holds. */
export async function retype(text: string): Promise<void> {
  const field = focused() as HTMLInputElement;
  field.select();
  await sendKeys({ type: text });
  await nextFrame();
}

/** Presses Tab until an element further on has the focus; past the last one, a browser's own controls would have it. */
export async function tabTo(element: HTMLElement): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    if (focused() === element) return;
    await key('Tab');
  }
  throw new Error(`${element.outerHTML.slice(0, 80)} can't be reached by Tab`);
}

/** What has the focus, through every shadow root. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/**
 * Copies a field's text to the clipboard. If the browser doesn't allow that, selects the text, so that the user can
 * copy it by keyboard. Resolves with whether the text was copied.
 */
export async function copyField(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  if (await write(field.value)) return true;
  field.focus();
  field.select();
  return false;
}

/** As {@link copyField}, for an element such as an example. `text` replaces the element's own text. */
export async function copyElement(element: HTMLElement, text = element.textContent ?? ''): Promise<boolean> {
  if (await write(text)) return true;
  element.focus();
  getSelection()?.selectAllChildren(element);
  return false;
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or no clipboard at all on an insecure page: the user can still copy what is selected.
    return false;
  }
}

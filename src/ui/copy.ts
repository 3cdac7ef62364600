/**
 * Puts a field's text on the clipboard; where the browser doesn't allow that, selects it for the keyboard instead.
 * Answers whether it's on the clipboard.
 */
export async function copyField(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  if (await write(field.value)) return true;
  field.focus();
  field.select();
  return false;
}

/** As {@link copyField}, for what stands on the page, such as an example; `text` where that is not all of its text. */
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

/**
 * Puts a field's text on the clipboard; where the browser doesn't allow that, selects it for the keyboard instead.
 * Answers whether it's on the clipboard.
 */
export async function copyField(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // No permission, or no clipboard at all on an insecure page: a person can still copy what is selected.
    field.focus();
    field.select();
    return false;
  }
}

import type { LitElement } from 'lit';

/**
 * Moves focus to the first field with an error, in the modal dialog if one is open, unless the user has left the field's
 * form while the form was being sent.
 */
export async function focusFirstInvalid(pane: LitElement): Promise<void> {
  await pane.updateComplete;
  const root = pane.renderRoot as ShadowRoot;
  const field = (root.querySelector('dialog[open]') ?? root).querySelector<HTMLInputElement>('[aria-invalid=true]');
  const hasLeft = document.activeElement !== document.body && !(field?.form ?? root).contains(root.activeElement);
  if (!hasLeft) field?.focus();
}

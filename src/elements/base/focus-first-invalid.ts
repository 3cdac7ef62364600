import type { LitElement } from 'lit';

/** Moves focus to the first field with an error, unless the user has left its form while the form was being sent. */
export async function focusFirstInvalid(pane: LitElement): Promise<void> {
  await pane.updateComplete;
  const root = pane.renderRoot as ShadowRoot;
  const field = root.querySelector<HTMLInputElement>('[aria-invalid=true]');
  const hasLeft = document.activeElement !== document.body && !(field?.form ?? root).contains(root.activeElement);
  if (!hasLeft) field?.focus();
}

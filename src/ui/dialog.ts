import { html, nothing } from 'lit';
import { type Ref, ref } from 'lit/directives/ref.js';
import { isInputMethodKey } from './input-method.js';
import { modal } from './modal-dialogs.js';

/** Content and behavior of a modal dialog. */
export interface Dialog {
  readonly heading: unknown;
  /** What the dialog is about, in a sentence: its accessible description. */
  readonly description?: unknown;
  readonly content: unknown;
  /** Called after the dialog was closed in any way. Focus is back where it was before. */
  readonly closed: () => void;
  /** Keeps Escape, a stray click and the browser's own gestures from closing the dialog. */
  readonly isGuarded?: boolean;
  /** Called when the user tries to close a guarded dialog. */
  readonly refused?: () => void;
  /** Holds the dialog's element, for code that closes the dialog. */
  readonly element?: Ref<HTMLDialogElement>;
}

/**
 * A modal dialog, open for as long as it is in the template of a `LitElement`. Controls inside close it with
 * {@link closeDialog}, other code by `element`, so that the browser gives the focus back.
 */
export function dialog({ heading, description, content, closed, isGuarded = false, refused, element }: Dialog) {
  // The event fires after the dialog closed. By then the dialog may have left the template, and another may be open.
  const close = (event: Event) => (event.currentTarget as Element).parentNode && closed();
  const guard = (event: Event) => {
    if (!isGuarded) return;
    event.preventDefault();
    refused?.();
  };
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Handled here alone: a modal of the host page that listens for Escape stays open.
    event.preventDefault();
    event.stopPropagation();
    if (isInputMethodKey(event)) return; // Escape closes the candidates of the input method
    if (isGuarded) refused?.();
    else closeDialog(event);
  };
  return html`<dialog
    part="dialog"
    aria-labelledby="dialog-heading"
    aria-describedby=${description ? 'dialog-description' : nothing}
    closedby=${isGuarded ? 'none' : nothing}
    ?data-guarded=${isGuarded}
    ${element ? ref(element) : nothing}
    ${modal()}
    @cancel=${guard}
    @keydown=${onKeydown}
    @close=${close}
  >
    <div class="stack">
      <h2 id="dialog-heading">${heading}</h2>
      ${description ? html`<p id="dialog-description">${description}</p>` : nothing} ${content}
    </div>
  </dialog>`;
}

/** Closes the dialog that an event comes from. */
export function closeDialog(event: Event): void {
  (event.currentTarget as Element).closest('dialog')?.close();
}

import { html, nothing } from 'lit';

/** What a modal dialog consists of. */
export interface Dialog {
  readonly heading: unknown;
  readonly content: unknown;
  /** Told once the dialog is closed, whoever closed it. Focus is back where it was by then. */
  readonly closed: () => void;
  /** Keeps Escape, a stray click and the browser's own gestures from closing it. */
  readonly isGuarded?: boolean;
  /** Told when it's guarded and somebody tried to close it all the same. */
  readonly refused?: () => void;
}

/**
 * A modal dialog, open for as long as it is in the template. What closes it from inside calls {@link closeDialog}, so
 * that the browser gives the focus back.
 */
export function dialog({ heading, content, closed, isGuarded = false, refused }: Dialog) {
  // The event comes later than the closing. Where the dialog has left the template by then, another may be open.
  const close = (event: Event) => (event.currentTarget as Element).parentNode && closed();
  const guard = (event: Event) => {
    if (!isGuarded) return;
    event.preventDefault();
    refused?.();
  };
  return html`<dialog
    part="dialog"
    aria-labelledby="dialog-heading"
    closedby=${isGuarded ? 'none' : nothing}
    @cancel=${guard}
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && guard(event)}
    @close=${close}
  >
    <div class="stack">
      <h2 id="dialog-heading">${heading}</h2>
      ${content}
    </div>
  </dialog>`;
}

/** Closes the dialog that an event comes from. */
export function closeDialog(event: Event): void {
  (event.currentTarget as Element).closest('dialog')?.close();
}

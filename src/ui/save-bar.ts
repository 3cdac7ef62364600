import { html, nothing } from 'lit';
import type { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';

/** The state of a form that its save bar shows. */
export interface SaveState {
  readonly isDirty: boolean;
  /** Whether the code that saves the form could not be loaded. */
  readonly hasLoadFailed?: boolean;
  readonly isPending?: boolean | undefined;
  /** The status text, while the bar is open. */
  readonly status?: string | undefined;
  /** The error message of the form as a whole. */
  readonly error?: string | undefined;
}

/**
 * Save and Discard, with the form's status. Save is the form's submit button, so Enter in a field works even while the
 * bar is closed, that is, has nothing to save. Before the bar closes, {@link leaveSaveBar} moves focus out of it.
 */
export function saveBar({ t }: Locale<typeof en>, state: SaveState, discard: () => void) {
  const { isDirty, isPending = false, status } = state;
  const error = isDirty && state.hasLoadFailed ? `${t('failed')} ${t('notSaved')}` : state.error;
  const isOpen = isDirty || isPending;
  const discardAndLeave = (event: Event) => {
    leaveSaveBar((event.currentTarget as Element).getRootNode() as ShadowRoot);
    discard();
  };
  return html`<div class="save-bar ${isOpen ? 'open' : 'hidden'}" part="save-bar">
    ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
    <span class="help" role="status">${status}</span>
    ${
      isDirty
        ? html`<button class="secondary" part="button" type="button" aria-disabled=${isPending} @click=${isPending ? nothing : discardAndLeave}>
            ${t('discard')}
          </button>`
        : nothing
    }
    <button
      class="primary"
      part="button button-primary"
      tabindex=${isOpen ? nothing : -1}
      aria-hidden=${!isOpen}
      aria-disabled=${isPending}
    >
      ${t('saveChanges')}
    </button>
  </div>`;
}

/** Moves focus from the save bar, which is about to close, to the heading of its pane. */
export function leaveSaveBar({ activeElement, host }: ShadowRoot): void {
  if (activeElement?.closest('.save-bar')) (host as HTMLElement).focus({ preventScroll: true });
}

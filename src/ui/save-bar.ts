import { html, nothing } from 'lit';
import type { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';

/** How a form stands, as its save bar tells it. */
export interface SaveState {
  readonly isDirty: boolean;
  /** What saves it could not be loaded. */
  readonly isStranded?: boolean;
  readonly isPending?: boolean | undefined;
  /** How it stands, in words. */
  readonly status?: string | undefined;
  /** What went wrong with the form as a whole, in words. */
  readonly error?: string | undefined;
}

/**
 * Save and Discard, with a word on how the form stands. Save is the form's submit button. The bar is visible while there
 * is something to save, and until focus has left it.
 */
export function saveBar({ t }: Locale<typeof en>, state: SaveState, discard: () => void) {
  const { isDirty, isPending = false, status } = state;
  const error = isDirty && state.isStranded ? `${t('failed')} ${t('notSaved')}` : state.error;
  const discardAndStay = (event: Event) => {
    // The button goes with what it discards.
    (event.currentTarget as Element).parentElement?.querySelector<HTMLElement>('.primary')?.focus();
    discard();
  };
  return html`<div class="save-bar ${isDirty || status ? 'open' : ''}" part="save-bar">
    ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
    <span class="help" role="status">${status}</span>
    ${
      isDirty
        ? html`<button class="secondary" part="button" type="button" aria-disabled=${isPending} @click=${discardAndStay}>
            ${t('discard')}
          </button>`
        : nothing
    }
    <button class="primary" part="button button-primary" aria-disabled=${isPending}>${t('saveChanges')}</button>
  </div>`;
}

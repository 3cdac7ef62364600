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

/** Save and Discard, with a word on how the form stands. Save is the form's submit button. */
export function saveBar({ t }: Locale<typeof en>, state: SaveState, discard: () => void) {
  const { isDirty, isPending = false, status } = state;
  const error = isDirty && state.isStranded ? `${t('failed')} ${t('notSaved')}` : state.error;
  const discardAndStay = (event: Event) => {
    // The button goes with what it discards.
    (event.currentTarget as Element).closest('.save-bar')?.querySelector('button')?.focus();
    discard();
  };
  return html`
    ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
    <div class="save-bar">
      <button class="primary" part="button button-primary" aria-disabled=${isPending}>${t('saveChanges')}</button>
      ${
        isDirty
          ? html`<button class="quiet" part="button" type="button" aria-disabled=${isPending} @click=${discardAndStay}>
              ${t('discard')}
            </button>`
          : nothing
      }
      <span class="help" role="status">${status}</span>
    </div>
  `;
}

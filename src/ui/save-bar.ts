import { html, nothing } from 'lit';
import type { en } from '../locales/en.js';
import type { Locale } from '../locales/locale.js';

/** How a form stands, as its save bar tells it. */
export interface SaveState {
  readonly isDirty: boolean;
  readonly isPending: boolean;
  /** The last attempt went well, or turned out to have. */
  readonly isSaved: boolean;
  /** Save was pressed, and there was nothing to save. */
  readonly isUnchanged: boolean;
  readonly objectionCount: number;
  /** What went wrong with the form as a whole, in words. */
  readonly error?: string | undefined;
}

/** Save and Discard, with a word on how the form stands. Save is the form's submit button. */
export function saveBar({ t }: Locale<typeof en>, state: SaveState, discard: () => void) {
  const { isDirty, isPending, objectionCount, error } = state;
  const status = () => {
    if (isPending) return t('saving');
    if (objectionCount) return t('attention', { count: objectionCount });
    if (isDirty) return t('unsaved');
    if (state.isUnchanged) return t('unchanged');
    return state.isSaved ? t('saved') : '';
  };
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
      <span class="help" role="status">${status()}</span>
    </div>
  `;
}

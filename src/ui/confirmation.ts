import { html, nothing } from 'lit';
import { closeDialog } from './dialog.js';

/** How an act that a dialog asks about stands, and its words. */
export interface Confirmation {
  /** What went wrong with the act. */
  readonly error: unknown;
  /** Progress for screen readers; left out where the user does not wait for long. */
  readonly status?: string;
  readonly isPending: boolean;
  readonly cancel: string;
  readonly confirm: string;
  readonly isDangerous: boolean;
  /** Does it. Left out within a form, whose submission it is then; there the focus begins at a field. */
  readonly act?: (event: Event) => void;
  /** Called instead of closing the dialog. */
  readonly cancelled?: (event: Event) => void;
}

/** The end of a dialog that asks before something is done: the way back first, which nothing may take while it's done. */
export function confirmation({ error, status, isPending, cancel, confirm, isDangerous, act, cancelled }: Confirmation) {
  return html`
    ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
    <div class="row">
      ${status === undefined ? nothing : html`<span class="help" role="status">${status}</span>`}
      <button
        class="secondary"
        part="button"
        type="button"
        ?autofocus=${!!act}
        aria-disabled=${isPending}
        @click=${(event: Event) => isPending || (cancelled ?? closeDialog)(event)}
      >
        ${cancel}
      </button>
      <button
        class=${isDangerous ? 'primary danger' : 'primary'}
        part=${isDangerous ? 'button button-danger' : 'button button-primary'}
        type=${act ? 'button' : 'submit'}
        aria-disabled=${isPending}
        @click=${act ?? nothing}
      >
        ${confirm}
      </button>
    </div>
  `;
}

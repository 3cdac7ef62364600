import { html, nothing } from 'lit';
import { closeDialog } from './dialog.js';

/** State and words of an action that a dialog asks to confirm. */
export interface Confirmation {
  /** The error message of the action. */
  readonly error: unknown;
  /** Progress for screen readers; left out where the user does not wait for long. */
  readonly status?: string;
  readonly isPending: boolean;
  readonly cancel: string;
  readonly confirm: string;
  readonly isDangerous: boolean;
  /** Runs the action. Left out in a form: submitting the form runs the action, and a field has the first focus. */
  readonly act?: (event: Event) => void;
  /** Called instead of closing the dialog. */
  readonly cancelled?: (event: Event) => void;
}

/** The last part of a dialog that asks to confirm an action. Cancel comes first, and does nothing during the action. */
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

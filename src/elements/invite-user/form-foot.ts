import { html, nothing } from 'lit';

/** State of the invitation form. Texts are in the user's language. */
export interface FormFoot {
  readonly isPending: boolean;
  readonly isDirty: boolean;
  readonly error: unknown;
  readonly status: string;
  readonly send: string;
  readonly discard: string;
  /** How many seats are in use, or that none is left. Empty until they are counted, to keep the place of the line. */
  readonly seats: string | undefined;
  readonly isFull: boolean;
  readonly onDiscard: () => void;
}

/** The buttons of the invitation form, with the error message and the seats of the plan. */
export function formFoot({ isPending, isDirty, isFull, ...foot }: FormFoot) {
  const discard = () =>
    html`<button class="quiet" part="button" type="button" aria-disabled=${isPending} @click=${() => isPending || foot.onDiscard()}>
      ${foot.discard}
    </button>`;
  return html`<div class="foot">
    ${foot.error ? html`<p class="error" role="alert">${foot.error}</p>` : nothing}
    <button
      class="primary"
      part="button button-primary"
      aria-disabled=${isPending || isFull}
      aria-describedby=${isFull ? 'seats' : nothing}
    >
      ${foot.send}
    </button>
    ${isDirty ? discard() : nothing}
    <span class="help" role="status">${foot.status}</span>
    ${foot.seats === undefined ? nothing : html`<p id="seats" class=${isFull ? 'warn' : 'help'}>${foot.seats}</p>`}
  </div>`;
}

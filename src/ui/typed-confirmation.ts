import { html, nothing } from 'lit';
import { closeDialog } from './dialog.js';
import { textField } from './field.js';

/** How a confirmation by typing stands, and its words. */
export interface TypedConfirmation {
  readonly label: string;
  /** What is to be typed, as it's shown. */
  readonly help: unknown;
  readonly typed: string;
  readonly objection: string | undefined;
  /** What went wrong with the act itself. */
  readonly error: string | undefined;
  /** How it stands, for those too who don't see the focus move. */
  readonly status: string;
  readonly isPending: boolean;
  readonly cancel: string;
  readonly confirm: string;
  readonly take: (event: Event) => void;
  /** Told when it's confirmed; whether the right thing was typed is for it to say. */
  readonly submit: (event: Event) => void;
}

/** The end of a dialog that asks to type a name before something is destroyed. */
export function typedConfirmation(state: TypedConfirmation) {
  const { label, help, typed, objection, error, isPending, cancel, confirm } = state;
  return html`<form class="stack" novalidate @input=${state.take} @submit=${state.submit}>
    ${textField({ name: 'confirmation', label, value: typed, help, objection, isFirst: true })}
    ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
    <div class="row">
      <span class="help" role="status">${state.status}</span>
      <button
        class="secondary"
        part="button"
        type="button"
        aria-disabled=${isPending}
        @click=${(event: Event) => isPending || closeDialog(event)}
      >
        ${cancel}
      </button>
      <button class="primary danger" part="button button-danger" aria-disabled=${isPending}>${confirm}</button>
    </div>
  </form>`;
}

const invisible = /\p{Cf}/gu;

/** Whether somebody typed a name. What can't be seen can't be typed, so it isn't asked for. */
export function isTyped(name: string, typed: string): boolean {
  const plain = (text: string) => text.replace(invisible, '').normalize().trim();
  return plain(typed) === plain(name);
}

import { html } from 'lit';
import { type Confirmation, confirmation } from './confirmation.js';
import { textField } from './field.js';

/** State and words of a confirmation by typing. */
export interface TypedConfirmation extends Omit<Confirmation, 'isDangerous' | 'act'> {
  readonly label: string;
  /** Says what to type. */
  readonly help: unknown;
  readonly typed: string;
  readonly fieldError: string | undefined;
  readonly take: (event: Event) => void;
  /** Called on confirmation. Checks what was typed. */
  readonly submit: (event: Event) => void;
}

/** The last part of a dialog that asks to type a name before something is deleted. */
export function typedConfirmation({ label, help, typed, fieldError, take, submit, ...how }: TypedConfirmation) {
  return html`<form class="stack" novalidate @input=${take} @submit=${submit}>
    ${textField({ name: 'confirmation', label, value: typed, help, fieldError, isFirst: true, isRequired: true })}
    ${confirmation({
      ...how,
      isDangerous: true,
    })}
  </form>`;
}

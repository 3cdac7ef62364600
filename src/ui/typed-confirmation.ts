import { html } from 'lit';
import { type Confirmation, confirmation } from './confirmation.js';
import { textField } from './field.js';

/** How a confirmation by typing stands, and its words. */
export interface TypedConfirmation extends Omit<Confirmation, 'isDangerous' | 'act'> {
  readonly label: string;
  /** What is to be typed, as it's shown. */
  readonly help: unknown;
  readonly typed: string;
  readonly fieldError: string | undefined;
  readonly take: (event: Event) => void;
  /** Told when it's confirmed; whether the right thing was typed is for it to say. */
  readonly submit: (event: Event) => void;
}

/** The end of a dialog that asks to type a name before something is destroyed. */
export function typedConfirmation({ label, help, typed, fieldError, take, submit, ...how }: TypedConfirmation) {
  return html`<form class="stack" novalidate @input=${take} @submit=${submit}>
    ${textField({ name: 'confirmation', label, value: typed, help, fieldError, isFirst: true, isRequired: true })}
    ${confirmation({
      ...how,
      isDangerous: true,
    })}
  </form>`;
}

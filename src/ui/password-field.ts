import { html, nothing } from 'lit';
import { type Field, textField } from './field.js';

/** A field for a password. The typed text stays in the input; it is not stored elsewhere. */
export interface PasswordField extends Pick<Field, 'name' | 'label' | 'help' | 'fieldError' | 'isFirst' | 'below'> {
  readonly autocomplete: 'current-password' | 'new-password';
  /** Whether the field shows its text. */
  readonly isShown: boolean;
  /** The words of the button that shows or hides the text: its action, and the field. */
  readonly toggle: { readonly text: string; readonly of: string };
  readonly toggled: () => void;
}

/** A password, with the button that shows it. The password can be pasted, and filled in by a password manager. */
export function passwordField({ isShown, toggle, toggled, ...field }: PasswordField) {
  const button = html`<button class="secondary" part="button" type="button" @click=${toggled}>
    <span>${toggle.text}<span class="hidden"> ${toggle.of}</span></span>
  </button>`;
  return textField({
    ...field,
    value: '',
    isRequired: true,
    type: isShown ? 'text' : 'password',
    keys: 'text',
    button,
  });
}

/** A hidden field that tells a password manager whose password the form is for. */
export function usernameField(email: string) {
  // An attribute, so that resetting the form keeps the text.
  return html`<input
    class="hidden"
    type="text"
    name="username"
    autocomplete="username"
    value=${email || nothing}
    readonly
    tabindex="-1"
    aria-hidden="true"
  />`;
}

/** The text in a form's control. It is read when it is needed, and not stored. */
export function typedInto(form: HTMLFormElement, name: string): string {
  const control = form.elements.namedItem(name);
  return control instanceof HTMLInputElement ? control.value : '';
}

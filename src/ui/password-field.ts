import { html, nothing } from 'lit';
import { type Field, textField } from './field.js';

/** A field for a password. What is typed stays in it: nothing here knows the text. */
export interface PasswordField extends Pick<Field, 'name' | 'label' | 'help' | 'fieldError' | 'isFirst' | 'below'> {
  readonly autocomplete: 'current-password' | 'new-password';
  /** Whether it shows what is typed. */
  readonly isShown: boolean;
  /** The words of the button for that: what it does, and to which field. */
  readonly toggle: { readonly text: string; readonly of: string };
  readonly toggled: () => void;
}

/** A password, with the button that shows it; it can be pasted, and filled by a password manager. */
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

/** Tells a password manager whose password a form is about; not visible. */
export function usernameField(email: string) {
  // An attribute, so that emptying the form leaves it.
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

/** What is typed into a form's control; read when it's needed and kept nowhere. */
export function typedInto(form: HTMLFormElement, name: string): string {
  const control = form.elements.namedItem(name);
  return control instanceof HTMLInputElement ? control.value : '';
}

import type { ReactiveControllerHost } from 'lit';
import type { Locale } from '../../locales/locale.js';
import { passwordField } from '../../ui/password-field.js';
import type { en } from './en.js';

type PasswordName = 'current_password' | 'new_password' | 'confirmation';

/** The password fields of a form, each with a button that shows what is typed. */
export class PasswordFields {
  readonly #host: ReactiveControllerHost;
  readonly #fieldError: (name: PasswordName) => string | undefined;
  readonly #shown = new Set<PasswordName>();

  /** `fieldError` returns the error of a field, in words. */
  constructor(host: ReactiveControllerHost, fieldError: (name: PasswordName) => string | undefined) {
    this.#host = host;
    this.#fieldError = fieldError;
  }

  /** Returns a function that renders a field with the words of a locale. */
  renderIn({ t }: Locale<typeof en>) {
    return (name: PasswordName, label: string, help?: string, below?: unknown) => {
      const isShown = this.#shown.has(name);
      return passwordField({
        ...{ name, label, help, below, isShown },
        fieldError: this.#fieldError(name),
        autocomplete: name === 'current_password' ? 'current-password' : 'new-password',
        toggle: { text: t(isShown ? 'hide' : 'show'), of: label },
        toggled: () => {
          if (!this.#shown.delete(name)) this.#shown.add(name);
          this.#host.requestUpdate();
        },
      });
    };
  }

  /** Hides all passwords again. */
  hide(): void {
    this.#shown.clear();
  }
}

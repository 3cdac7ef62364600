import { AgniError } from 'agni-settings';
import { byId } from './by-id.js';
import type { Session } from './session.js';

const messages: Record<string, string> = {
  INVALID_CREDENTIALS: 'The email or the password is not right.',
  ACCOUNT_DISABLED: 'This account is disabled. An owner or admin of your workspace can help.',
  EMAIL_NOT_VERIFIED: 'Confirm your email first: follow the link in the message we sent you.',
  INVITATION_EXPIRED: 'Your invitation has expired. Ask an owner or admin of your workspace for a new one.',
  INVALID_CODE: 'That code is not right, or it was used before. Try the next one.',
  CHALLENGE_EXPIRED: 'That took too long. Sign in with your password again.',
  NETWORK_ERROR: 'The server could not be reached. Check your connection and try again.',
  TIMEOUT: 'The server did not answer in time. Try again.',
};

/** The message of a failed sign-in. Rethrows other errors. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof AgniError)) throw error;
  if (error.code !== 'RATE_LIMITED') return messages[error.code] ?? 'That did not work. Try again in a moment.';
  const minutes = Math.ceil((error.retryAfter ?? 60) / 60);
  const wait = new Intl.NumberFormat('en', { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes);
  return `Too many attempts. Try again in ${wait}.`;
}

/** Sign-in in two steps: email and password, then a second factor if the server asks for one. */
export class SignInForm {
  readonly #session: Session;
  readonly #screen = byId('sign-in', HTMLElement);
  readonly #passwordStep = new Step('password-form', 'password-error');
  readonly #factorStep = new Step('factor-form', 'factor-error');
  #challenge = '';

  constructor(session: Session) {
    this.#session = session;
    this.#passwordStep.onSubmit(this.#signIn);
    this.#factorStep.onSubmit(this.#verify);
    byId('factor-back', HTMLButtonElement).addEventListener('click', () => this.#restart(''));
  }

  /** Shows the form, with the reason why the user must sign in, if there is one. */
  open(reason = ''): void {
    const element = byId('sign-in-reason', HTMLElement);
    element.textContent = reason;
    element.hidden = !reason;
    this.#restart('');
    this.#screen.hidden = false;
  }

  /** Hides and resets the form. */
  close(): void {
    this.#screen.hidden = true;
    this.#passwordStep.form.reset();
    this.#factorStep.form.reset();
    this.#challenge = '';
  }

  /** Focuses the first empty field. */
  focus(): void {
    const { email, password } = this.#passwordStep.controls;
    (email?.value ? password : email)?.focus();
  }

  readonly #signIn = async (): Promise<void> => {
    const { email, password } = this.#passwordStep.controls;
    if (!email || !password) return;
    if (!email.value.trim()) return this.#passwordStep.showFieldError(email, 'Enter your email.');
    if (!password.value) return this.#passwordStep.showFieldError(password, 'Enter your password.');
    try {
      const challenge = await this.#session.signIn(email.value.trim(), password.value);
      if (challenge !== undefined) this.#askForFactor(challenge);
    } catch (error) {
      const message = errorMessage(error);
      // Only a wrong password has to be typed again.
      if (error instanceof AgniError && error.code === 'INVALID_CREDENTIALS') {
        password.value = '';
        return this.#passwordStep.showFieldError(password, message);
      }
      this.#passwordStep.showError(message);
    }
  };

  readonly #verify = async (): Promise<void> => {
    const { factor } = this.#factorStep.controls;
    if (!factor) return;
    if (!factor.value.trim()) return this.#factorStep.showFieldError(factor, 'Enter a code.');
    try {
      await this.#session.verify(this.#challenge, factor.value);
    } catch (error) {
      const message = errorMessage(error);
      const code = error instanceof AgniError ? error.code : '';
      if (code === 'CHALLENGE_EXPIRED') return this.#restart(message);
      if (code === 'INVALID_CODE') return this.#factorStep.showFieldError(factor, message);
      this.#factorStep.showError(message);
    }
  };

  #askForFactor(challenge: string): void {
    this.#challenge = challenge;
    this.#passwordStep.form.hidden = true;
    this.#factorStep.form.hidden = false;
    this.#factorStep.form.reset();
    this.#factorStep.controls.factor?.focus();
  }

  #restart(message: string): void {
    this.#challenge = '';
    this.#factorStep.form.reset();
    this.#factorStep.form.hidden = true;
    this.#factorStep.showError('');
    this.#passwordStep.form.hidden = false;
    this.#passwordStep.showError(message);
    this.focus();
  }
}

/** A form with an alert for errors. */
class Step {
  readonly form: HTMLFormElement;
  readonly #alert: HTMLElement;

  constructor(formId: string, alertId: string) {
    this.form = byId(formId, HTMLFormElement);
    this.#alert = byId(alertId, HTMLElement);
    this.form.addEventListener('input', ({ target }) => (target as Element).removeAttribute('aria-invalid'));
  }

  get controls(): Record<string, HTMLInputElement> {
    const inputs = [...this.form.elements].filter((element) => element instanceof HTMLInputElement);
    return Object.fromEntries(inputs.map((input) => [input.name, input]));
  }

  /** Runs the handler at each submission, one at a time. */
  onSubmit(handler: () => Promise<void>): void {
    this.form.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (this.form.ariaBusy === 'true') return;
      this.showError(''); // cleared, so that a screen reader announces the same message again
      this.form.ariaBusy = 'true';
      await handler().finally(() => {
        this.form.ariaBusy = 'false';
      });
    });
  }

  showError(message: string): void {
    this.#alert.textContent = message;
  }

  /** Shows the error of a control and focuses it. */
  showFieldError(control: HTMLInputElement, message: string): void {
    this.showError(message);
    control.ariaInvalid = 'true';
    control.focus();
  }
}

import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Ref } from 'lit/directives/ref.js';
import type { TwoFactorSetup } from '../../resources/two-factor-mutations.js';
import { confirmation } from '../../ui/confirmation.js';
import { copyField } from '../../ui/copy.js';
import { dialog } from '../../ui/dialog.js';
import { textField } from '../../ui/field.js';
import { passwordField, usernameField } from '../../ui/password-field.js';
import { qrPicture } from '../../ui/qr-picture.js';
import { textArea } from '../../ui/text-area.js';
import type { DialogWords } from './two-factor-context.js';
import type { StepState } from './two-factor-machine.js';

/** State, texts and actions of a step with a form. Texts are in the user's language. */
export interface Step {
  readonly state: StepState;
  /** The setup key, for its step. */
  readonly setup: TwoFactorSetup | undefined;
  /** Seconds until the server forgets the setup; `undefined` if unknown. */
  readonly secondsLeft: number | undefined;
  readonly heading: string;
  readonly email: string;
  readonly element: Ref<HTMLDialogElement>;
  readonly error: string | undefined;
  fieldError(field: string): string | undefined;
  readonly isPasswordShown: boolean;
  readonly copyStatus: string;
  readonly cancelText: string;
  readonly togglePassword: () => void;
  readonly copied: (isCopied: boolean) => void;
  readonly restart: () => void;
  readonly typed: (event: Event) => void;
  readonly close: () => void;
  readonly submit: (event: Event) => void;
}

const intros = { enable: 'enableIntro', disable: 'disableIntro', replaceCodes: 'replaceIntro' } as const;

/** The dialog of a step with a form. */
export function stepDialog(step: Step, words: DialogWords) {
  const { state, setup, heading, element, close } = step;
  const isAuthenticator = state.status === 'authenticator';
  return dialog({
    heading,
    description: words.t(isAuthenticator ? 'scanIntro' : intros[state.purpose]),
    isGuarded: state.isPending,
    closed: close,
    element,
    content: isAuthenticator ? setup && authenticatorStep(step, setup, words) : credentialsStep(step, words),
  });
}

/** Asks for the password, and for a code if two-factor authentication is on. */
function credentialsStep(step: Step, words: DialogWords) {
  const { state, isPasswordShown: isShown } = step;
  const { purpose } = state;
  const { t } = words;
  const isDisabling = purpose === 'disable';
  const hasExpired = state.status === 'credentials' && state.hasExpired;
  return html`
    ${hasExpired ? html`<p role="alert">${t('restarted')}</p>` : nothing}
    <form class="stack" novalidate @input=${step.typed} @submit=${step.submit}>
      ${usernameField(step.email)}
      ${passwordField({
        name: 'password',
        label: t('password'),
        autocomplete: 'current-password',
        fieldError: step.fieldError('password'),
        isFirst: true,
        isShown,
        toggled: step.togglePassword,
        toggle: { text: t(isShown ? 'hide' : 'show'), of: t('password') },
      })}
      ${purpose === 'enable' ? nothing : codeField(step, isDisabling ? 'factor' : 'code', false, words)}
      ${stepEnd(step, isDisabling ? t('disableConfirm') : t('continue'), isDisabling, words)}
    </form>
  `;
}

/** Shows the setup key as a QR code and as text, and asks for a code that the app generates from the key. */
function authenticatorStep(step: Step, setup: TwoFactorSetup, words: DialogWords) {
  const { t } = words;
  const picture = t('picture');
  const copy = (event: Event) => {
    const field = (event.currentTarget as Element).parentElement?.querySelector('textarea');
    if (field) void copyField(field).then(step.copied);
  };
  const button = html`<button class="secondary" part="button" type="button" @click=${copy}>${t('copyKey')}</button>`;
  return html`
    ${guard([setup, picture], () => qrPicture(setup.otpauth_url, picture))}
    <div class="key">
      ${textArea({ name: 'setup_key', label: t('setupKey'), value: setup.secret, readonly: true, rows: 2, button })}
      <p class="help" role="status">${step.copyStatus}</p>
    </div>
    ${expiry(step, words)}
    <form class="stack" novalidate @input=${step.typed} @submit=${step.submit}>
      ${codeField(step, 'code', true, words)} ${stepEnd(step, t('verify'), false, words)}
    </form>
  `;
}

/** The time left, and in the last minute a button to start again. A code can be sent even later: the server decides. */
function expiry({ secondsLeft, restart }: Step, { t, lang }: DialogWords) {
  if (secondsLeft === undefined) return nothing;
  const isSoon = secondsLeft < 60;
  const [amount, unit] = isSoon ? [secondsLeft, 'second'] : [Math.round(secondsLeft / 60), 'minute'];
  const time = new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
  return html`<div class="row start">
    <p class="help">
      <span role="timer">${secondsLeft ? t('expiresIn', { time }) : nothing}</span>
      <span class=${secondsLeft ? 'hidden' : 'warn'} role="status">
        ${isSoon ? t(secondsLeft ? 'expiresSoon' : 'expired') : ''}
      </span>
    </p>
    ${
      isSoon
        ? html`<button class="secondary" part="button" type="button" @click=${restart}>${t('startAgain')}</button>`
        : nothing
    }
  </div>`;
}

/** A field for a one-time code; a `factor` may be a recovery code as well. */
function codeField(step: Step, kind: 'code' | 'factor', isFirst: boolean, { t }: DialogWords) {
  return textField({
    name: 'code',
    label: t(kind),
    value: '',
    help: t(kind === 'code' ? 'codeHelp' : 'factorHelp'),
    fieldError: step.fieldError('code'),
    isFirst,
    isRequired: true,
    autocomplete: 'one-time-code',
    keys: kind === 'code' ? 'numeric' : 'text',
  });
}

/** The error of the form as a whole, and its buttons. */
function stepEnd({ state: { isPending }, ...step }: Step, confirm: string, isDangerous: boolean, { t }: DialogWords) {
  return confirmation({
    error: step.error,
    status: isPending ? t('working') : '',
    isPending,
    cancel: step.cancelText,
    confirm,
    isDangerous,
  });
}

import { html, nothing } from 'lit';
import { textField } from '../../ui/field.js';
import { passwordField, usernameField } from '../../ui/password-field.js';
import type { DialogWords } from './two-factor-context.js';

/** How a form of these dialogs stands. */
export interface StepForm {
  readonly objectionTo: (field: string) => string | undefined;
  readonly error: string;
  readonly isPending: boolean;
  readonly cancelText: string;
  readonly typed: (event: Event) => void;
  readonly cancel: (event: Event) => void;
  readonly submit: (event: Event) => void;
}

/** The form that asks for the password, and for a code where there is a second factor already. */
export interface CredentialsStep extends StepForm {
  readonly purpose: 'enable' | 'disable' | 'replaceCodes';
  readonly email: string;
  /** A set-up expired before its code came. */
  readonly hasRestarted: boolean;
  readonly isShown: boolean;
  readonly toggled: () => void;
}

/** Asks who somebody is, before anything about the second factor changes. */
export function credentialsStep(step: CredentialsStep, words: DialogWords) {
  const { purpose, objectionTo, isShown, toggled } = step;
  const { t } = words;
  const intro = { enable: 'enableIntro', disable: 'disableIntro', replaceCodes: 'replaceIntro' } as const;
  const isFreely = purpose === 'disable';
  return html`
    <p role=${step.hasRestarted ? 'alert' : nothing}>${t(step.hasRestarted ? 'restarted' : intro[purpose])}</p>
    <form class="stack" novalidate @input=${step.typed} @submit=${step.submit}>
      ${usernameField(step.email)}
      ${passwordField({
        name: 'password',
        label: t('password'),
        autocomplete: 'current-password',
        fieldError: objectionTo('password'),
        isFirst: true,
        isShown,
        toggled,
        toggle: { text: t(isShown ? 'hide' : 'show'), of: t('password') },
      })}
      ${purpose === 'enable' ? nothing : codeField(isFreely ? 'factor' : 'code', objectionTo('code'), false, words)}
      ${stepEnd(step, isFreely ? t('disableConfirm') : t('continue'), isFreely, words)}
    </form>
  `;
}

/** One field for a code, filled by whatever knows it; `kind` says whether a recovery code does as well. */
export function codeField(
  kind: 'code' | 'factor',
  fieldError: string | undefined,
  isFirst: boolean,
  { t }: DialogWords,
) {
  return textField({
    name: 'code',
    label: t(kind),
    value: '',
    help: t(kind === 'code' ? 'codeHelp' : 'factorHelp'),
    fieldError,
    isFirst,
    autocomplete: 'one-time-code',
    keys: kind === 'code' ? 'numeric' : 'text',
  });
}

/** What went wrong, and the ways on and out. */
export function stepEnd(step: StepForm, confirm: string, isDestructive: boolean, { t }: DialogWords) {
  const { error, isPending } = step;
  return html`
    ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
    <div class="row">
      <span class="help" role="status">${isPending ? t('working') : ''}</span>
      <button class="secondary" part="button" type="button" aria-disabled=${isPending} @click=${step.cancel}>
        ${step.cancelText}
      </button>
      <button
        class="primary ${isDestructive ? 'danger' : ''}"
        part="button ${isDestructive ? 'button-danger' : 'button-primary'}"
        aria-disabled=${isPending}
      >
        ${confirm}
      </button>
    </div>
  `;
}

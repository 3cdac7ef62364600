import type { AgniError } from '../../client/error.js';
import { normalizePassword } from '../../contract/credentials.js';
import { fieldReasons } from '../../contract/fault.js';
import { passwordChange } from '../../contract/password.js';
import type { Locale } from '../../locales/locale.js';
import { typedInto } from '../../ui/password-field.js';
import { minutesToWait } from '../base/attempts.js';
import type { FormController } from '../base/form-controller.js';
import { checkForm } from '../base/form-errors.js';
import type { en } from './en.js';

// The code that the form needs besides its fields. It is loaded once the form is shown.
export { changePassword } from '../../resources/password-mutations.js';
export { strengthNote } from './password-strength.js';

/** The request body, from the form's inputs. */
export function bodyOf(form: HTMLFormElement) {
  return {
    current_password: typedInto(form, 'current_password'),
    new_password: typedInto(form, 'new_password'),
    revoke_other_sessions: !!form.querySelector<HTMLInputElement>('[type=checkbox]')?.checked,
  };
}

/**
 * Shows errors of the contract's schema at the fields, else that the new password and its confirmation differ. Returns
 * whether the body may be sent.
 */
export function checkFields(controller: FormController, form: HTMLFormElement, body: unknown): boolean {
  if (!checkForm(controller, passwordChange, body)) return false;
  const [first, second] = ['new_password', 'confirmation'].map((name) => normalizePassword(typedInto(form, name)));
  if (first !== second) controller.setErrors(new Map([['confirmation', { reason: 'mismatch' }]]));
  return first === second;
}

/** The success message. `count`: number of sessions that were signed out, if that was requested and is known. */
export function changedMessage(count: number | undefined, { t }: Locale<typeof en>): string {
  if (count === undefined) return t('changed');
  return count ? t('changedOthers', { count }) : t('changedAlone');
}

/** The message of a failed change: `reasons`, and whether the password was changed. */
export function errorMessage(error: AgniError, reasons: readonly string[], { t }: Locale<typeof en>): string {
  const count = minutesToWait(error);
  if (count) return t('tooMany', { count });
  return [...reasons, t(error.isAnswerLost ? 'perhapsChanged' : 'notChanged')].join(' ');
}

/** The field error for an error code of the server; `undefined` for codes that are not about a field. */
export function fieldErrorsOf(error: AgniError, locale: Locale<typeof en>) {
  const [given = ''] = fieldReasons(error.details).get('new_password') ?? [];
  const hasWords = locale.has(`invalid.${given}`) || given.includes(' ');
  const fieldErrors: Record<string, [string, string]> = {
    INVALID_CREDENTIALS: ['current_password', 'wrong'],
    PASSWORD_REUSED: ['new_password', hasWords ? given : 'reused'],
    PASSWORD_TOO_WEAK: ['new_password', hasWords ? given : 'weak'],
  };
  const [field, reason] = fieldErrors[error.code] ?? [];
  return field && reason ? new Map([[field, { reason }]]) : undefined;
}

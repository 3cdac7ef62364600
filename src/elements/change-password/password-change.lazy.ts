import type { AgniError } from '../../client/error.js';
import { normalizePassword } from '../../contract/credentials.js';
import { fieldReasons } from '../../contract/fault.js';
import type { Locale } from '../../locales/locale.js';
import { typedInto } from '../../ui/password-field.js';
import type { en } from './en.js';

// What the form needs besides its fields: loaded once the form is shown.
export { passwordChange } from '../../contract/password.js';
export { changePassword } from '../../resources/password-mutations.js';
export { strengthNote } from './password-strength.js';

/** The request body, from what is typed. */
export function bodyOf(form: HTMLFormElement) {
  return {
    current_password: typedInto(form, 'current_password'),
    new_password: typedInto(form, 'new_password'),
    revoke_other_sessions: !!form.querySelector<HTMLInputElement>('[type=checkbox]')?.checked,
  };
}

/** Whether the new password was typed twice. */
export function isConfirmed(form: HTMLFormElement): boolean {
  const [first, second] = ['new_password', 'confirmation'].map((name) => normalizePassword(typedInto(form, name)));
  return first === second;
}

/** The success message; `count`: sessions that were signed out, as far as asked for and known. */
export function changedMessage(count: number | undefined, { t }: Locale<typeof en>): string {
  if (count === undefined) return t('changed');
  return count ? t('changedOthers', { count }) : t('changedAlone');
}

/** The error of a field that an error code of the server stands for; `undefined` for other codes. */
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

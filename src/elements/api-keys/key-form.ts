import { html, nothing } from 'lit';
import type { Locale } from '../../locales/locale.js';
import { selectField, textField } from '../../ui/field.js';
import { dateText } from '../../ui/time.js';
import type { FormController } from '../base/form-controller.js';
import type { dialogsEn } from './dialogs.en.js';
import { expiryOf, lifetimes, tomorrow } from './key-expiry.js';

type Words = Locale<typeof dialogsEn>;

/** The texts of an untouched form. */
export const emptyForm = { name: '', expires: '90', expires_at: '' };

/** A form that asks for a key, and its words. */
export interface KeyForm {
  readonly form: FormController;
  /** The field of the key's name. */
  readonly name: unknown;
  readonly objectionTo: (field: string) => string | undefined;
  /** What went wrong with the form as a whole. */
  readonly error: unknown;
  /** How it stands, for those too who don't see the focus move. */
  readonly status: string;
  readonly isPending: boolean;
  readonly cancel: string;
  readonly confirm: string;
  readonly cancelled: (event: Event) => void;
  readonly submit: (event: Event) => void;
}

/** The name of a key, how long it's to work, and the way on. */
export function keyForm(state: KeyForm, words: Words) {
  const { form, name, error, isPending, cancel, confirm } = state;
  return html`<form class="stack" novalidate @input=${form.take} @submit=${state.submit}>
    ${name} ${lifetimeFields(state, words)} ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
    <div class="row">
      <span class="help" role="status">${state.status}</span>
      <button class="secondary" part="button" type="button" aria-disabled=${isPending} @click=${state.cancelled}>
        ${cancel}
      </button>
      <button class="primary" part="button button-primary" aria-disabled=${isPending}>${confirm}</button>
    </div>
  </form>`;
}

function lifetimeFields({ form, objectionTo }: KeyForm, { t, lang }: Words) {
  const lifetime = form.text('expires');
  const isDate = lifetime === 'date';
  const end = expiryOf(lifetime, form.text('expires_at'));
  const date = end ? dateText(end.toISOString(), lang) : '';
  return html`
    ${selectField({
      name: 'expires',
      label: t('lifetime'),
      value: lifetime,
      options: lifetimes.map((value) => ({ value, text: t(`lifetime.${value}`) })),
      help: isDate ? undefined : date ? t('expiresOn', { date }) : html`<span class="warn">${t('neverWarning')}</span>`,
      fieldError: isDate ? undefined : objectionTo('expires_at'),
    })}
    ${
      isDate
        ? textField({
            name: 'expires_at',
            label: t('expiryDate'),
            type: 'date',
            value: form.text('expires_at'),
            min: tomorrow(),
            help: isTooEarly(form) ? t('expiryDateHelp') : t('worksTo', { date }),
            fieldError: objectionTo('expires_at'),
          })
        : nothing
    }
  `;
}

/** What the server is asked for. A date that can't be read stays as it was typed, for the schema to refuse. */
export function toNewKey(form: FormController, name: string) {
  const typed = form.text('expires_at');
  const end = expiryOf(form.text('expires'), typed);
  return { name: name.trim(), expires_at: end === undefined ? typed : (end?.toISOString() ?? null) };
}

/** Whether the chosen day is too early for a key to end on. */
export function isTooEarly(form: FormController): boolean {
  return form.text('expires') === 'date' && form.text('expires_at') < tomorrow();
}

import { html, nothing } from 'lit';
import type { Ref } from 'lit/directives/ref.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { checkField } from '../../ui/check-field.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { selectField, textField } from '../../ui/field.js';
import { dateText } from '../../ui/time-text.js';
import type { FormController } from '../base/form-controller.js';
import type { DialogsWords } from './api-keys-context.js';
import type { Replacement } from './key-creation-machine.js';
import { expiryOf, lifetimes, tomorrow } from './key-expiry.js';

/** The texts of an untouched form. */
export const emptyForm = { name: '', expires: '90', expires_at: '' };

/** The state, the texts and the callbacks of the form for a key. */
export interface NewKeyForm {
  readonly form: FormController;
  readonly replacement: Replacement | undefined;
  readonly name: string;
  readonly element: Ref<HTMLDialogElement>;
  readonly fieldError: (field: string) => string | undefined;
  /** The error of the form as a whole. */
  readonly error: unknown;
  readonly status: string;
  readonly isPending: boolean;
  readonly cancelText: string;
  readonly leakChosen: (isLeaked: boolean) => void;
  readonly cancel: () => void;
  readonly closed: () => void;
  readonly submit: (event: Event) => void;
}

/** Asks for the name of a key and how long it works, or explains how one is replaced. */
export function newKeyDialog(state: NewKeyForm, words: DialogsWords) {
  const { form, replacement, name, element, error, status, isPending } = state;
  const { t, fill } = words;
  return dialog({
    heading: replacement ? fill('replaceHeading', { name: bidiIsolate(replacement.old.name) }) : t('newKeyHeading'),
    description: replacement && t(replacement.isLeaked ? 'leakedIntro' : 'replaceIntro'),
    isGuarded: isPending,
    closed: state.closed,
    element,
    content: html`
      ${replacement ? replacementSteps(replacement, state, words) : nothing}
      <form class="stack" novalidate @input=${form.take} @submit=${state.submit}>
        ${textField({
          name: 'name',
          label: t('name'),
          value: name,
          help: t(replacement ? 'successorHelp' : 'nameHelp'),
          fieldError: state.fieldError('name'),
          isFirst: true,
          isRequired: true,
          readonly: !!replacement,
        })}
        ${lifetimeFields(state, words)}
        ${confirmation({
          error,
          status,
          isPending,
          cancel: state.cancelText,
          confirm: t(replacement ? 'replace' : 'create'),
          isDangerous: false,
          cancelled: state.cancel,
        })}
      </form>
    `,
  });
}

function replacementSteps({ isLeaked }: Replacement, { leakChosen }: NewKeyForm, { t }: DialogsWords) {
  const steps = [t('replaceSteps1'), t('replaceSteps2'), t('replaceSteps3')];
  return html`
    ${isLeaked ? nothing : html`<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>`}
    ${checkField('leaked', t('isLeaked'), isLeaked, leakChosen)}
  `;
}

function lifetimeFields({ form, fieldError }: NewKeyForm, { t, lang }: DialogsWords) {
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
      fieldError: isDate ? undefined : fieldError('expires_at'),
    })}
    ${
      isDate
        ? textField({
            name: 'expires_at',
            label: t('expiryDate'),
            type: 'date',
            value: form.text('expires_at'),
            min: tomorrow(),
            isRequired: true,
            help: isTooEarly(form) ? t('expiryDateHelp') : t('worksTo', { date }),
            fieldError: fieldError('expires_at'),
          })
        : nothing
    }
  `;
}

/** The request body. An invalid date stays as it was typed, so that the schema refuses it. */
export function toNewKey(form: FormController, name: string) {
  const typed = form.text('expires_at');
  const end = expiryOf(form.text('expires'), typed);
  return { name: name.trim(), expires_at: end === undefined ? typed : (end?.toISOString() ?? null) };
}

/** Whether the chosen day is before the first possible expiry date. */
export function isTooEarly(form: FormController): boolean {
  return form.text('expires') === 'date' && form.text('expires_at') < tomorrow();
}

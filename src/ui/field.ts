import { html, nothing, type TemplateResult } from 'lit';

/** Content and state of a labelled field. Texts are in the user's language. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly help?: unknown;
  readonly fieldError?: unknown;
  readonly type?: 'text' | 'url' | 'date' | 'password';
  readonly autocomplete?: string;
  /** For a text that is not prose: turns capitalization off, and chooses the keyboard of a phone. */
  readonly keys?: 'text' | 'numeric' | 'email';
  readonly readonly?: boolean;
  /** For assistive technology only. Most fields are required, so the optional ones are marked visibly. */
  readonly isRequired?: boolean;
  /** The mark of an optional field, such as "(optional)". */
  readonly optional?: string;
  /** Whether the field gets the focus when its dialog opens. */
  readonly isFirst?: boolean;
  /** Earliest value of a date. */
  readonly min?: string;
  /** A button in the field's line, such as Copy. */
  readonly button?: unknown;
  /** Content between label and field. It comes before the field in the tab order. */
  readonly before?: unknown;
  /** Content between field and help, such as the parsed values of the text. */
  readonly below?: unknown;
}

/** A text field with its label above and its help and error below, all tied to the control for assistive technology. */
export function textField(field: Field): TemplateResult {
  const { name, type = 'text', readonly = false } = field;
  return labelled(
    field,
    html`<input
      id=${name}
      name=${name}
      part="input"
      type=${type}
      dir=${type === 'url' ? 'ltr' : type === 'text' ? 'auto' : nothing}
      min=${field.min ?? nothing}
      autocomplete=${field.autocomplete ?? 'off'}
      autocapitalize=${field.keys ? 'none' : nothing}
      inputmode=${field.keys ?? nothing}
      spellcheck="false"
      ?readonly=${readonly}
      ?autofocus=${field.isFirst}
      aria-required=${field.isRequired && !readonly ? 'true' : nothing}
      aria-invalid=${field.fieldError ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
      .value=${field.value}
    />`,
  );
}

/** A field that chooses one of a few values from a list. */
export function selectField(
  field: Omit<Field, 'type' | 'min'> & { options: readonly { value: string; text: string }[] },
): TemplateResult {
  return labelled(
    field,
    html`<select
      id=${field.name}
      name=${field.name}
      part="input"
      aria-invalid=${field.fieldError ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
    >
      ${field.options.map(
        ({ value, text }) => html`<option value=${value} .selected=${value === field.value}>${text}</option>`,
      )}
    </select>`,
  );
}

/** A control with its label, help and error. */
export function labelled(field: Omit<Field, 'type' | 'min'>, control: TemplateResult): TemplateResult {
  const { name, label, help, fieldError, optional, button, before, below } = field;
  return html`<div class="field" part="field">
    <div>
      <label for=${name} part="label">${label}</label>
      ${optional ? html`<span id="${name}-optional" class="help">${optional}</span>` : nothing}
    </div>
    ${before ?? nothing}
    ${button ? html`<div class="with-button">${control}${button}</div>` : control} ${below ?? nothing}
    ${help ? html`<p id="${name}-help" class="help" part="help">${help}</p>` : nothing}
    ${fieldError ? html`<p id="${name}-error" class="error" part="error">${fieldError}</p>` : nothing}
  </div>`;
}

/** Ids of the texts that describe a control, for `aria-describedby`. */
export function describedBy({ name, optional, help, fieldError }: Omit<Field, 'label' | 'value'>) {
  return (
    [optional && `${name}-optional`, help && `${name}-help`, fieldError && `${name}-error`].filter(Boolean).join(' ') ||
    nothing
  );
}

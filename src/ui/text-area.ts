import { html, nothing } from 'lit';
import { describedBy, type Field, labelled } from './field.js';

type TextArea = Pick<Field, 'name' | 'label' | 'value' | 'help' | 'fieldError' | 'readonly' | 'button'>;

/** A text of several lines, with its label above and its help and error below. */
export function textArea(field: TextArea & { readonly rows?: number }) {
  return labelled(
    field,
    html`<textarea
      id=${field.name}
      name=${field.name}
      part="input"
      rows=${field.rows ?? 6}
      dir="auto"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      ?readonly=${field.readonly}
      aria-invalid=${field.fieldError ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
      .value=${field.value}
    ></textarea>`,
  );
}

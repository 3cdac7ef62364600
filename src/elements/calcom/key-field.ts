import { html, nothing } from 'lit';
import { describedBy, type Field, labelled } from '../../ui/field.js';

/**
 * A field for an API key of another service. It hides the key, but the key is no password of this site: browsers and
 * password managers should not fill it in or save it. Managers that ignore `autocomplete` have their own attributes.
 */
export function keyField(field: Omit<Field, 'value'>) {
  const { name, fieldError } = field;
  return labelled(
    { ...field, value: '' },
    html`<input
      id=${name}
      name=${name}
      part="input"
      type="password"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      ?autofocus=${field.isFirst}
      data-1p-ignore
      data-bwignore
      data-lpignore="true"
      data-form-type="other"
      aria-required="true"
      aria-invalid=${fieldError ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
    />`,
  );
}

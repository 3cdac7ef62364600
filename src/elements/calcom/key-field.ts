import { html, nothing } from 'lit';
import { describedBy, type Field, labelled } from '../../ui/field.js';

/**
 * A field for an API key of another service. It hides the key, which is no password of this site: browsers and password
 * managers should not fill or keep it. Managers that ignore `autocomplete` have attributes of their own.
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

import { html, nothing } from 'lit';
import { describedBy, type Field, labelled } from '../../ui/field.js';

/**
 * A field for somebody else's API key: hidden as it's typed, and no password of this site, so neither the browser nor a
 * manager is meant to keep it. `off` keeps browsers from filling it and `new-password` from making one up would be the
 * same as asking to save it; managers that read neither have a word of their own each.
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
      data-1p-ignore
      data-bwignore
      data-lpignore="true"
      data-form-type="other"
      aria-invalid=${fieldError ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
    />`,
  );
}

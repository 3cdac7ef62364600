import { html } from 'lit';

/** A checkbox with its label after it. */
export function checkField(name: string, label: string, isOn: boolean, changed: (isOn: boolean) => void) {
  const change = (event: Event) => changed((event.target as HTMLInputElement).checked);
  return html`<div class="check">
    <input id=${name} name=${name} type="checkbox" .checked=${isOn} @change=${change} />
    <label for=${name} part="label">${label}</label>
  </div>`;
}

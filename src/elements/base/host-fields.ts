import type { LitElement } from 'lit';
import type { ExtraFields } from './form-controller.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The host's own controls in the slot `field` of a form. The host stores their values. */
export class HostFields implements ExtraFields {
  readonly #pane: LitElement;

  constructor(pane: LitElement) {
    this.#pane = pane;
  }

  get isDirty(): boolean {
    return this.#controls.some((control) => textOf(control) !== savedTextOf(control));
  }

  /** Whether the browser accepts all values. Otherwise the browser shows the error at the first invalid control. */
  reportValidity(): boolean {
    return this.#controls.every((control) => control.reportValidity());
  }

  /** Returns a function that marks the current values of the controls as saved. */
  take(): () => void {
    const texts = this.#controls.map((control) => [control, textOf(control)] as const);
    return () => {
      for (const [control, text] of texts) save(control, text);
    };
  }

  reset(): void {
    for (const control of this.#controls) put(control, savedTextOf(control));
  }

  get #controls(): Control[] {
    const slot = this.#pane.renderRoot.querySelector<HTMLSlotElement>('slot[name=field]');
    return [...(slot?.assignedElements({ flatten: true }) ?? [])].flatMap((element) => {
      const inside = [...element.querySelectorAll<Control>('input, select, textarea')];
      return element.matches('input, select, textarea') ? [element as Control] : inside;
    });
  }
}

const isChecked = (control: Control): control is HTMLInputElement => /^(?:checkbox|radio)$/.test(control.type);

function textOf(control: Control): string {
  return isChecked(control) ? String(control.checked) : control.value;
}

function savedTextOf(control: Control): string {
  if (isChecked(control)) return String(control.defaultChecked);
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  return ([...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0])?.value ?? '';
}

function put(control: Control, text: string): void {
  if (isChecked(control)) control.checked = text === 'true';
  else control.value = text;
}

/** Sets the default value that the control is reset to, without changing its current value. */
function save(control: Control, text: string): void {
  const now = textOf(control);
  if (isChecked(control)) control.defaultChecked = text === 'true';
  else if (control instanceof HTMLSelectElement) {
    for (const option of control.options) option.defaultSelected = option.value === text;
  } else control.defaultValue = text;
  put(control, now);
}

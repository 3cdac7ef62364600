import { html, nothing } from 'lit';
import { icon, search } from './icon.js';
import { type Choice, options } from './options.js';

/** The search field of a list. */
export function searchField(label: string, hint: string, value: string) {
  return html`<div class="search">
    ${icon(search)}<input
      type="search"
      name="search"
      part="input"
      aria-label=${label}
      placeholder=${hint}
      autocomplete="off"
      spellcheck="false"
      .value=${value}
    />
  </div>`;
}

/** One filter of a list; `name` is the name of its control. The select covers the label and, once there is one, the value. */
export function filterField(name: string, label: string, value: string, choices: readonly Choice[]) {
  const [, text] = choices.find(([one]) => value && one === value) ?? [];
  return html`<div class="filter ${name}" part="field" data-value=${text ?? nothing}>
    <label for=${name} part="label" class=${name === 'sort' ? 'hidden' : nothing} .textContent=${label}></label
    ><select id=${name} name=${name} part="input" ${options(choices, value)}></select>
  </div>`;
}

/** The order of a list whose rows are cards, because cards have no table headers. A symbol beside the search field. */
export function sortField(label: string, unsorted: string, order: string, columns: readonly Choice[]) {
  const orders = columns.flatMap(([id, text]): Choice[] => [
    [id, `${text} ↑`],
    [`-${id}`, `${text} ↓`],
  ]);
  return filterField('sort', label, order, [['', unsorted], ...orders]);
}

import { css, html, nothing } from 'lit';
import { controls } from '../../theme/controls.js';
import { dialogs } from '../../theme/dialogs.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import { icon } from '../../ui/icon.js';
import { isInputMethodKey } from '../../ui/input-method.js';
import type { ElementWords, PaneWords } from '../base/agni-element.js';
import { isHidden } from '../base/hidden-fields.js';
import type { HubContext } from './hub-context.js';
import type { NavigationItem } from './navigation-items.js';
import { searchEn } from './search.en.js';
import { type Entry, findEntries } from './search-results.js';

/** Styles that are loaded with the search. */
export const searchStyles = [
  dialogs,
  controls,
  css`
    /* The same height for all results, so that the field does not move while the user types. */
    [role='listbox'],
    [role='combobox'] ~ [role='status']:not(:empty) {
      display: grid;
      align-content: start;
      block-size: min(19em, 50dvh);
      overflow: auto;
    }
    [role='combobox'] ~ :empty {
      position: absolute;
    }
    ::placeholder {
      color: var(--_muted);
      opacity: 1;
    }
    [role='option'] {
      display: flex;
      align-items: center;
      gap: calc(2.5 * var(--_space));
      min-block-size: var(--_target);
      padding: calc(1.5 * var(--_space)) calc(2.5 * var(--_space));
      border-inline-start: 3px solid transparent;
      border-radius: var(--_radius);
      cursor: pointer;
    }
    [role='option'] .muted {
      flex: none;
      margin-inline-start: auto;
    }
    [role='option'][aria-selected='true'] {
      border-inline-start-color: var(--_accent);
      background: var(--_surface);
      font-weight: 600;
    }
    @media (forced-colors: active) {
      [role='option'][aria-selected='true'] {
        outline: 2px solid;
        outline-offset: -2px;
      }
    }
  `,
];

/** A dialog that finds panes and their fields by their labels, and opens the chosen one. */
export class SettingsSearch {
  readonly #context: HubContext;
  #isOpen = false;
  #query = '';
  #active = 0;
  #chosen: Entry | undefined;

  constructor(context: HubContext) {
    this.#context = context;
  }

  /** Opens the dialog. */
  open(): void {
    this.#isOpen = true;
    this.#query = '';
    this.#active = 0;
    this.#context.pane.requestUpdate();
    void this.#loadFields();
  }

  /** Loads the elements of all panes, because these have the labels. If a pane fails, its fields are not found. */
  async #loadFields(): Promise<void> {
    // biome-ignore lint/suspicious/noConsole: a mistake in an element must not pass for a bad connection
    await Promise.all(this.#context.items().map(({ tag }) => tag && this.#context.load(tag)?.catch(console.error)));
    this.#context.pane.requestUpdate();
  }

  /** The places in an element, and the elements that it contains with their places. */
  #placesIn(tag: string, pane: Pick<Entry, 'pane' | 'paneLabel'>): Entry[] {
    if (!customElements.get(tag)) return [];
    const { words } = document.createElement(tag) as unknown as { readonly words: ElementWords<PaneWords> };
    const { t } = this.#context.locale().sibling(words.table, words.prefix);
    const isPart = !this.#context.items().some((item) => item.tag === tag);
    const labels = { ...(isPart ? { [tag.slice('agni-'.length)]: 'heading' } : {}), ...words.labels };
    return [
      ...Object.entries(labels)
        .filter(([, key]) => !isHidden(this.#context.hide(), words, key))
        .map(([place, key]) => ({ ...pane, place, label: t(key) })),
      ...(words.parts ?? []).flatMap((part) => this.#placesIn(part, pane)),
    ];
  }

  get #found(): Entry[] {
    const items = this.#context.items();
    const panes = items.map(({ id, label }) => ({ pane: id, paneLabel: label, place: '', label }));
    if (!this.#query.trim()) return panes;
    const fields = items.flatMap(({ id, tag, label }) =>
      tag ? this.#placesIn(tag, { pane: id, paneLabel: label }) : [],
    );
    return findEntries([...panes, ...fields], this.#query);
  }

  render() {
    if (!this.#isOpen) return nothing;
    const { t } = this.#context.locale();
    const { t: own } = this.#context.locale().sibling(searchEn);
    const found = this.#found;
    const active = Math.min(this.#active, found.length - 1);
    return dialog({
      heading: t('search'),
      closed: this.#closed,
      content: html`
        <input
          part="input"
          role="combobox"
          aria-label=${t('search')}
          aria-expanded=${active >= 0}
          aria-controls=${active < 0 ? nothing : 'found'}
          aria-autocomplete="list"
          aria-activedescendant=${active < 0 ? nothing : `found-${active}`}
          placeholder=${own('searchHelp')}
          autocomplete="off"
          autofocus
          .value=${this.#query}
          @input=${this.#take}
          @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, found, active)}
        />
        ${
          active < 0
            ? nothing
            : html`<ul id="found" role="listbox" aria-label=${own('results')}>
                ${found.map((entry, index) => this.#renderEntry(entry, index, index === active))}
              </ul>`
        }
        <p role="status" class="muted">${found.length ? '' : own('nothingFound')}</p>
        <div class="row">
          <button class="secondary" part="button" @click=${closeDialog}>${own('close')}</button>
        </div>
      `,
    });
  }

  #renderEntry(entry: Entry, index: number, isActive: boolean) {
    const { pane, paneLabel, place, label } = entry;
    const { icon: outline } = this.#context.items().find(({ id }) => id === pane) as NavigationItem;
    return html`<li
      id="found-${index}"
      role="option"
      aria-selected=${isActive}
      @click=${(event: Event) => this.#choose(event, entry)}
    >
      ${icon(outline)} <span>${label}</span> ${place ? html`<span class="muted">${paneLabel}</span>` : nothing}
    </li>`;
  }

  readonly #take = (event: Event): void => {
    this.#query = (event.target as HTMLInputElement).value;
    this.#active = 0;
    this.#context.pane.requestUpdate();
  };

  #onKeydown(event: KeyboardEvent, found: readonly Entry[], active: number): void {
    if (isInputMethodKey(event)) return; // the key chooses among the candidates of an input method
    const chosen = found[active];
    if (event.key === 'Enter' && chosen) this.#choose(event, chosen);
    const last = found.length - 1;
    const next = {
      ArrowDown: active < last ? active + 1 : 0,
      ArrowUp: active > 0 ? active - 1 : last,
      PageDown: last,
      PageUp: 0,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#active = next;
    this.#context.pane.requestUpdate();
    void this.#context.pane.updateComplete.then(() => {
      const root = this.#context.pane.renderRoot as ShadowRoot;
      root.getElementById(`found-${next}`)?.scrollIntoView({ block: 'nearest' });
    });
  }

  #choose(event: Event, entry: Entry): void {
    this.#chosen = entry;
    closeDialog(event);
  }

  /** Opens the chosen entry only after closing, because the browser moves focus back when the dialog closes. */
  readonly #closed = (): void => {
    const chosen = this.#chosen;
    this.#isOpen = false;
    this.#chosen = undefined;
    this.#context.pane.requestUpdate();
    if (chosen) this.#context.go(chosen.pane, chosen.place);
  };
}

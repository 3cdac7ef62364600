import { html } from 'lit';
import { icon, search } from '../../ui/icon.js';
import { onShortcut } from '../../ui/shortcut.js';
import { LazyPart } from '../base/lazy-part.js';
import type { HubContext } from './hub-context.js';

/** The button that opens the search over all panes and their fields, with its shortcut. Loads the search when first used. */
export class SearchButton {
  readonly #context: HubContext;
  readonly #search;

  constructor(context: HubContext) {
    this.#context = context;
    this.#search = new LazyPart(context.pane, async () => {
      const { SettingsSearch, searchStyles } = await import('./search.lazy.js');
      context.adopt(...searchStyles);
      return new SettingsSearch(context);
    });
    onShortcut(context.pane, 'k', this.open);
  }

  /** Opens the search. */
  readonly open = async (): Promise<void> => {
    const part = await this.#search.load();
    if (this.#context.pane.isConnected) part?.open();
  };

  render() {
    return html`<button class="search" part="button" aria-keyshortcuts="Control+K Meta+K" @click=${this.open}>
        ${icon(search)} <span>${this.#context.locale().t('search')}</span>
        <kbd aria-hidden="true">${/^Mac|^iP/.test(navigator.platform) ? '⌘K' : 'Ctrl\u00a0K'}</kbd>
      </button>
      ${this.#context.lazyFailure(this.#search)}`;
  }

  /** The dialog of the search, while it is open. */
  renderDialog() {
    return this.#search.part?.render();
  }
}

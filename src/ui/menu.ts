import { html, nothing, type ReactiveControllerHost } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';

/** An action of a menu. */
export interface MenuItem {
  readonly label: string;
  /** Red, for an action that can't be undone. Such items come last. */
  readonly isDanger?: boolean;
  /** Why the action is not possible, in a sentence. The item then shows the sentence and does nothing. */
  readonly blockedReason?: string | undefined;
  readonly select: () => void;
}

/**
 * The menu of a list. It opens for the row whose button was pressed. The browser closes the menu on Escape and on a
 * press elsewhere; focus goes back to the button.
 */
export class Menu {
  readonly #host: ReactiveControllerHost;
  readonly #popover = createRef<HTMLElement>();
  #items: () => readonly MenuItem[] = () => [];
  #button: HTMLButtonElement | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Opens the menu below a button, or closes it if that button opened it. The menu is named after the button. The
   * function is called at each render, because items may change while the menu is open.
   */
  async open(button: HTMLButtonElement, items: () => readonly MenuItem[]): Promise<void> {
    const { value: shown } = this.#popover;
    const isOpen = this.#button === button && shown?.matches(':popover-open');
    shown?.hidePopover();
    if (isOpen) return;
    this.#items = items;
    this.#button = button;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const popover = this.#popover.value;
    if (!popover || !button.isConnected || this.#button !== button) return; // or another button was pressed meanwhile
    button.ariaExpanded = 'true';
    // TypeScript's library lacks the option, which places the menu beside the button.
    (popover.showPopover as (options: { source: HTMLElement }) => void).call(popover, { source: button });
    this.#elements.at(button.value === 'ArrowUp' ? -1 : 0)?.focus();
  }

  /** The menu. Rendered once, outside of the list. */
  render() {
    return html`<div
      ${ref(this.#popover)}
      class="menu"
      part="menu"
      popover
      role="menu"
      aria-label=${this.#button?.ariaLabel ?? nothing}
      @keydown=${this.#move}
      @beforetoggle=${this.#onToggle}
    >
      ${this.#items().map((item, index) => this.#renderItem(item, index))}
    </div>`;
  }

  #renderItem({ label, isDanger, blockedReason, select }: MenuItem, index: number) {
    const choose = () => {
      if (blockedReason) return;
      this.#popover.value?.hidePopover(); // focus is back at the button before the action opens a dialog
      select();
    };
    return html`<button
        class=${isDanger ? 'danger' : ''}
        part="menu-item"
        role="menuitem"
        tabindex=${index ? -1 : 0}
        aria-disabled=${blockedReason ? 'true' : nothing}
        aria-describedby=${blockedReason ? `menu-reason-${index}` : nothing}
        @click=${choose}
      >
        ${label}
      </button>
      ${blockedReason ? html`<span id="menu-reason-${index}" class="help">${blockedReason}</span>` : nothing}`;
  }

  get #elements(): HTMLElement[] {
    return [...(this.#popover.value?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  readonly #onToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState !== 'closed' || !this.#button) return;
    this.#button.ariaExpanded = null;
    // Chromium loses the focus where the button is in a shadow root.
    if (this.#popover.value?.matches(':focus-within')) this.#button.focus();
  };

  readonly #move = (event: KeyboardEvent): void => {
    const items = this.#elements;
    const index = items.findIndex((item) => item.matches(':focus'));
    const targets: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 };
    const target = targets[event.key];
    if (event.key === 'Tab') {
      this.#popover.value?.hidePopover(); // focus is back at the button, and Tab moves on from there
    } else if (target !== undefined) {
      event.preventDefault();
      items.at(target % items.length)?.focus();
    } else {
      this.#findByLetter(items, event.key, index);
    }
  };

  /** Moves focus to the next item that begins with a letter. */
  #findByLetter(items: readonly HTMLElement[], key: string, index: number): void {
    if (key.length !== 1) return;
    const letter = key.toLocaleLowerCase();
    const rest = [...items.slice(index + 1), ...items.slice(0, index + 1)];
    rest.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Calls a function when Ctrl or Command is pressed with a key while its element is visible. The page's own shortcuts go
 * first: one that prevents the key's default stays alone.
 */
export class ShortcutController implements ReactiveController {
  readonly #element: HTMLElement;
  readonly #key: string;
  readonly #act: () => unknown;

  constructor(element: ReactiveControllerHost & HTMLElement, key: string, act: () => unknown) {
    this.#element = element;
    this.#key = key;
    this.#act = act;
    element.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#onKeydown);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#onKeydown);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { ctrlKey, metaKey, shiftKey, altKey, key, defaultPrevented } = event;
    if (!(ctrlKey || metaKey) || shiftKey || altKey || defaultPrevented || key.toLowerCase() !== this.#key) return;
    if (!this.#element.checkVisibility()) return;
    event.preventDefault();
    this.#act();
  };
}

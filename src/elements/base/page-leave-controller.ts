import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back when the page is left or frozen while its element is connected: secrets must not come back with the page. */
export class PageLeaveController implements ReactiveController {
  readonly #left: () => void;

  constructor(host: ReactiveControllerHost, left: () => void) {
    this.#left = left;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#left);
    document.addEventListener('freeze', this.#left);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#left);
    document.removeEventListener('freeze', this.#left);
  }
}

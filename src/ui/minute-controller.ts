import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders an element anew every minute that it's on a visible page, so that relative times stay true. */
export class MinuteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #tick: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `tick` is called besides, for what else has to be looked at every minute. */
  constructor(host: ReactiveControllerHost, tick: () => void) {
    this.#host = host;
    this.#tick = tick;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setTimeout(() => {
      this.hostConnected();
      if (document.visibilityState !== 'visible') return;
      this.#tick();
      this.#host.requestUpdate();
    }, 60_000);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}

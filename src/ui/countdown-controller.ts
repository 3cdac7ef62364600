import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Longest countdown, in milliseconds. A longer one comes from a wrong clock. */
const maxCountdownMs = 3_600_000;

/** Renders an element every second during a countdown, while the element is on the page. */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #end: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Whole seconds left, 0 at the end; `undefined` without a countdown. This is a hint: the device's clock may be wrong,
   * and the server decides what has expired.
   */
  get seconds(): number | undefined {
    return this.#end === undefined ? undefined : Math.max(0, Math.ceil((this.#end - Date.now()) / 1000));
  }

  /** Counts down `left` milliseconds. Does not start if `left` is NaN, not positive or more than an hour. */
  start(left: number): void {
    this.stop();
    if (!(left > 0 && left <= maxCountdownMs)) return;
    this.#end = Date.now() + left;
    this.#host.requestUpdate();
    this.#tick();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#end = undefined;
  }

  hostConnected(): void {
    if (this.seconds) this.#tick();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #tick(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#host.requestUpdate();
      if (this.seconds) this.#tick();
    }, 1000);
  }
}

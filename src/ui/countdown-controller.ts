import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Longest that is counted down, in milliseconds; what seems longer comes of a clock that is wrong. */
const maxCountdownMs = 3_600_000;

/** Renders an element every second while there is something to count down to and the element is on the page. */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #end: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Whole seconds to go, 0 once it's over; `undefined` where nothing is counted. It's a server's moment seen by a clock
   * that may be wrong, so it's no more than a hint: what is over, the server decides.
   */
  get seconds(): number | undefined {
    return this.#end === undefined ? undefined : Math.max(0, Math.ceil((this.#end - Date.now()) / 1000));
  }

  /** Counts down so many milliseconds, unless it is no amount or more than a right clock makes of it. */
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
    this.#timer = setTimeout(() => {
      this.#host.requestUpdate();
      if (this.seconds) this.#tick();
    }, 1000);
  }
}

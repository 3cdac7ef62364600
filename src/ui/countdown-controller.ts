import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Longest that is counted down, in milliseconds; what seems longer comes of a clock that is wrong. */
const maxCountdownMs = 3_600_000;

/** Renders an element every second while there is something to count down to. */
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

  /** Counts down from `now` to a moment (ISO 8601), unless this clock makes nonsense of it. */
  start(moment: string | undefined, now = Date.now()): void {
    this.stop();
    const left = Date.parse(moment ?? '') - now;
    if (!(left > 0 && left <= maxCountdownMs)) return;
    this.#end = Date.now() + left;
    this.#host.requestUpdate();
    this.#tick();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#end = undefined;
  }

  hostDisconnected(): void {
    this.stop();
  }

  #tick(): void {
    this.#timer = setTimeout(() => {
      this.#host.requestUpdate();
      if (this.seconds) this.#tick();
    }, 1000);
  }
}

import type { ReactiveControllerHost } from 'lit';
import { listen } from '../../ui/listen.js';

/**
 * A part of an element that is imported on demand. A failed import is logged, shown by `AgniElement.renderLazyFailure`,
 * and tried again by {@link LazyPart.load} and when the connection is back.
 */
export class LazyPart<Part> {
  readonly #host: ReactiveControllerHost;
  readonly #import: () => Promise<Part>;
  #loading: Promise<Part | undefined> | undefined;
  #part: Part | undefined;
  #hasFailed = false;

  /** Loads the part after an update of the host if `isDue` returns true. Without it, call {@link LazyPart.load}. */
  constructor(host: ReactiveControllerHost, load: () => Promise<Part>, isDue = () => false) {
    this.#host = host;
    this.#import = load;
    listen(host, window, ['online'], () => this.#hasFailed && this.load());
    host.addController({ hostUpdated: () => void (isDue() && !this.#hasFailed && this.load()) });
  }

  /** The part; `undefined` until it is loaded. */
  get part(): Part | undefined {
    return this.#part;
  }

  /** Whether the part is loaded, or can't be loaded now. */
  get isSettled(): boolean {
    return !!this.#part || this.#hasFailed;
  }

  /** Whether the last attempt failed. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Loads the part, if that has not happened yet. Resolves to `undefined` if it can't be loaded now. */
  readonly load = (): Promise<Part | undefined> => {
    this.#loading ??= this.#import().then(
      (part) => {
        this.#part = part;
        this.#settle(false);
        return part;
      },
      (error: unknown) => {
        // biome-ignore lint/suspicious/noConsole: an error in the part must not look like a bad connection
        console.error(error);
        this.#loading = undefined;
        this.#settle(true);
        return undefined;
      },
    );
    return this.#loading;
  };

  #settle(hasFailed: boolean): void {
    if (this.#part || hasFailed !== this.#hasFailed) this.#host.requestUpdate();
    this.#hasFailed = hasFailed;
  }
}

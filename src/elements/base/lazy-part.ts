import type { ReactiveControllerHost } from 'lit';

/** A part of a pane that is fetched once there is something to see. After a bad connection the next call tries again. */
export class LazyPart<Part> {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #fetch: () => Promise<Part>;
  #fetching: Promise<Part | undefined> | undefined;
  #part: Part | undefined;
  #hasFailed = false;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, fetch: () => Promise<Part>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** The part, once it's there. */
  get part(): Part | undefined {
    return this.#part;
  }

  /** The last attempt failed. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** The part, fetched if need be; `undefined` where it can't be had now. */
  readonly load = (): Promise<Part | undefined> => {
    this.#fetching ??= this.#fetch().then(
      (part) => {
        this.#part = part;
        this.#become(false);
        return part;
      },
      () => {
        this.#fetching = undefined;
        this.#become(true);
        return undefined;
      },
    );
    return this.#fetching;
  };

  #become(hasFailed: boolean): void {
    if (this.#part || hasFailed !== this.#hasFailed) this.#host.requestUpdate();
    this.#hasFailed = hasFailed;
  }
}

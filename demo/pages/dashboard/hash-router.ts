/**
 * Shows the view that the page's address names after `#`. Every history entry gets a number, so that a refused step
 * back or forward can be undone in the opposite direction.
 */
export class HashRouter {
  readonly #show: (name: string) => void;
  readonly #mayLeave: (next: string) => Promise<boolean>;
  #position: number;
  #isRunning = false;
  #isAsking = false;

  /** `show` gets the decoded name without `#`, or an empty text; `mayLeave` is called first, with the next name. */
  constructor(show: (name: string) => void, mayLeave: (next: string) => Promise<boolean>) {
    this.#show = show;
    this.#mayLeave = mayLeave;
    this.#position = this.#numberEntry(0);
    window.addEventListener('hashchange', this.#follow);
  }

  /** Shows the view that the address names, now and after every change. */
  start(): void {
    this.#isRunning = true;
    this.#show(hashName(location));
  }

  /** Stops showing, but keeps numbering history entries. */
  stop(): void {
    this.#isRunning = false;
  }

  readonly #follow = async (): Promise<void> => {
    const isBack = this.#numberEntry(this.#position + 1) === this.#position;
    if (isBack || this.#isAsking) return;
    this.#isAsking = true;
    const isAllowed = !this.#isRunning || (await this.#mayLeave(hashName(location)));
    this.#isAsking = false;
    const position = this.#numberEntry(this.#position + 1);
    if (!isAllowed) return history.go(this.#position - position);
    this.#position = position;
    if (this.#isRunning) this.#show(hashName(location));
  };

  /** Returns the number of the current history entry; a new entry gets `next`. */
  #numberEntry(next: number): number {
    const known = (history.state as { position?: number } | null)?.position;
    if (known === undefined) history.replaceState({ position: next }, '');
    return known ?? next;
  }
}

/** The decoded name that an address or a link has after `#`. */
export function hashName({ hash }: { readonly hash: string }): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1); // a lone `%` is not an encoded character
  }
}

/** Puts another name, or none, into the address without a history entry. */
export function replaceName(name = ''): void {
  history.replaceState(history.state, '', location.pathname + location.search + (name && `#${name}`));
}

/**
 * Follows the part of the address after `#`. Every entry of the history is numbered, so that a refused step, in either
 * direction, is taken back to the entry it began at.
 */
export class HashRouter {
  readonly #show: (name: string) => void;
  readonly #mayLeave: (next: string) => Promise<boolean>;
  #position: number;
  #isRunning = false;
  #isAsking = false;

  /** `show` is told the name without `#`, empty for none; `mayLeave` is asked before, about the one to come. */
  constructor(show: (name: string) => void, mayLeave: (next: string) => Promise<boolean>) {
    this.#show = show;
    this.#mayLeave = mayLeave;
    this.#position = this.#numberEntry(0);
    window.addEventListener('hashchange', this.#follow);
  }

  /** Begins to show what the address says. */
  start(): void {
    this.#isRunning = true;
    this.#show(currentName());
  }

  /** Goes on counting entries, but shows nothing. */
  stop(): void {
    this.#isRunning = false;
  }

  readonly #follow = async (): Promise<void> => {
    const isBack = this.#numberEntry(this.#position + 1) === this.#position;
    if (isBack || this.#isAsking) return;
    this.#isAsking = true;
    const isAllowed = !this.#isRunning || (await this.#mayLeave(currentName()));
    this.#isAsking = false;
    const position = this.#numberEntry(this.#position + 1);
    if (!isAllowed) return history.go(this.#position - position);
    this.#position = position;
    if (this.#isRunning) this.#show(currentName());
  };

  /** The number of the current entry, which gets one if it's new. */
  #numberEntry(next: number): number {
    const known = (history.state as { position?: number } | null)?.position;
    if (known === undefined) history.replaceState({ position: next }, '');
    return known ?? next;
  }
}

function currentName(): string {
  return location.hash.slice(1);
}

/** Puts another name into the address, or none, without a step in the history. */
export function replaceName(name = ''): void {
  history.replaceState(history.state, '', location.pathname + location.search + (name && `#${name}`));
}

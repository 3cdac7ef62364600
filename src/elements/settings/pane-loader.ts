import type { ReactiveControllerHost } from 'lit';
import type { Pane } from '../base/pane.js';

type Loader = () => Promise<unknown>;

/** Makes the element of each pane when it's first opened, and keeps it from then on. */
export class PaneLoader {
  readonly #host: ReactiveControllerHost;
  readonly #loaderOf: (tag: string) => Loader | undefined;
  readonly #elements = new Map<string, Pane>();
  readonly #pending = new Set<string>();
  readonly #failed = new Set<string>();

  /** `loaderOf` answers what registers the element of a tag, if anything does. */
  constructor(host: ReactiveControllerHost, loaderOf: (tag: string) => Loader | undefined) {
    this.#host = host;
    this.#loaderOf = loaderOf;
  }

  /** Those that were opened so far. */
  get elements(): readonly Pane[] {
    return [...this.#elements.values()];
  }

  element(tag: string): Pane | undefined {
    return this.#elements.get(tag);
  }

  /** Whether there is a way to an element of this tag. */
  knows(tag: string): boolean {
    return !!customElements.get(tag) || !!this.#loaderOf(tag);
  }

  hasFailed(tag: string): boolean {
    return this.#failed.has(tag);
  }

  /** Sees to it that there is an element of this tag, now or as soon as it's loaded. */
  open(tag: string): void {
    if (this.#elements.has(tag) || this.#failed.has(tag)) return;
    if (customElements.get(tag)) this.#elements.set(tag, document.createElement(tag) as Pane);
    else void this.#load(tag);
  }

  /** Loads what somebody will probably open. Where that fails it's tried again once they do. */
  prefetch(tag: string): void {
    if (!customElements.get(tag)) this.#loaderOf(tag)?.().catch(() => undefined);
  }

  retry(tag: string): void {
    this.#failed.delete(tag);
    this.#host.requestUpdate();
  }

  async #load(tag: string): Promise<void> {
    if (this.#pending.has(tag)) return;
    this.#pending.add(tag);
    // Most of all a bad connection, which is said, with a way to try again.
    await this.#loaderOf(tag)?.().catch(() => undefined);
    if (!customElements.get(tag)) this.#failed.add(tag);
    this.#pending.delete(tag);
    this.#host.requestUpdate();
  }
}

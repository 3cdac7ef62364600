import type { ReactiveControllerHost } from 'lit';
import { listen } from '../../ui/listen.js';
import { exportedParts } from '../base/child-panes.js';
import type { Pane } from '../base/pane.js';
import type { NavigationItem } from './navigation-items.js';

type Loader = () => Promise<unknown>;

/** Options that the hub passes to its panes. */
interface PaneOptions extends Pick<Pane, 'readonly' | 'headingLevel'> {
  readonly hide: string;
}

/**
 * Creates the element of each pane when the pane is first opened, and keeps the element. A load that failed is tried
 * again when the browser is online again.
 */
export class PaneLoader {
  readonly #host: ReactiveControllerHost;
  readonly #loaderOf: (tag: string) => Loader | undefined;
  readonly #elements = new Map<string, Pane>();
  readonly #pending = new Set<string>();
  readonly #failed = new Set<string>();

  /** `loaderOf` returns the function that loads and registers the element of a tag, if there is one. */
  constructor(host: ReactiveControllerHost, loaderOf: (tag: string) => Loader | undefined) {
    this.#host = host;
    this.#loaderOf = loaderOf;
    listen(host, window, ['online'], () => this.retry());
  }

  /** The elements of the panes that were opened so far. */
  get elements(): readonly Pane[] {
    return [...this.#elements.values()];
  }

  element(tag: string): Pane | undefined {
    return this.#elements.get(tag);
  }

  /** Whether an element of this tag is registered or can be loaded. */
  readonly knows = (tag: string): boolean => !!customElements.get(tag) || !!this.#loaderOf(tag);

  hasFailed(tag: string): boolean {
    return this.#failed.has(tag);
  }

  /** Creates the element of a tag, now or as soon as its code is loaded, and hides all others. */
  show({ tag, id = '' }: Partial<NavigationItem> = {}, { readonly, hide, headingLevel }: PaneOptions): void {
    if (tag && !this.#elements.has(tag) && !this.#failed.has(tag)) {
      if (customElements.get(tag)) this.#elements.set(tag, createPane(tag, id));
      else void this.#load(tag);
    }
    for (const pane of this.elements) {
      pane.toggleAttribute('hidden', pane.localName !== tag);
      pane.toggleAttribute('readonly', readonly);
      if ('hide' in pane) pane.setAttribute('hide', hide);
      pane.setAttribute('heading-level', String(headingLevel));
      pane.setAttribute('exportparts', exportedParts);
    }
  }

  /** Loads an element that the user will probably open. A failure is ignored: opening the pane tries again. */
  prefetch(tag: string): void {
    if (!customElements.get(tag)) this.#loaderOf(tag)?.().catch(() => undefined);
  }

  /** Loads elements again that could not be loaded. */
  readonly retry = (): void => {
    this.#failed.clear();
    this.#host.requestUpdate();
  };

  async #load(tag: string): Promise<void> {
    if (this.#pending.has(tag)) return;
    this.#pending.add(tag);
    // biome-ignore lint/suspicious/noConsole: a mistake in the element must not pass for a bad connection
    await this.#loaderOf(tag)?.().catch(console.error);
    if (!customElements.get(tag)) this.#failed.add(tag);
    this.#pending.delete(tag);
    this.#host.requestUpdate();
  }
}

/** Creates a pane, with a slot for the fields that the host put into the hub for the pane. */
function createPane(tag: string, id: string): Pane {
  const pane = document.createElement(tag) as Pane;
  const slot = document.createElement('slot');
  slot.name = `field:${id}`;
  slot.slot = 'field';
  pane.append(slot);
  return pane;
}

import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { NavigationItem } from './navigation-items.js';

const prefix = 'pane:';
const page = 'M3.5 2h9v12h-9zM6 5.5h4M6 8h4M6 10.5h2';

/** The host's own panes: the hub's children with a slot named `pane:<id>`, and a `label` or else an `aria-label`. */
export class HostPanes implements ReactiveController {
  readonly #hub: ReactiveControllerHost & HTMLElement;
  readonly #observer: MutationObserver;
  #items: ReadonlyMap<string, NavigationItem> = new Map();

  constructor(hub: ReactiveControllerHost & HTMLElement) {
    this.#hub = hub;
    this.#observer = new MutationObserver(() => this.#read());
    hub.addController(this);
  }

  /** By id, in the order of the hub's children. */
  get items(): ReadonlyMap<string, NavigationItem> {
    return this.#items;
  }

  hostConnected(): void {
    const attributeFilter = ['slot', 'label', 'aria-label'];
    this.#observer.observe(this.#hub, { childList: true, subtree: true, attributeFilter });
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** Renders all host panes, so that none loses its input. Only the open one is visible. */
  render(openId: string) {
    return [...this.#items.values()].map(
      ({ id, label }) => html`<section aria-label=${label} tabindex="-1" ?hidden=${id !== openId}>
        <slot name="pane:${id}"></slot>
      </section>`,
    );
  }

  #read(): void {
    const found = [...this.#hub.children].filter(({ slot }) => slot.startsWith(prefix));
    this.#items = new Map(
      found.map((element) => {
        const id = element.slot.slice(prefix.length);
        const label = element.getAttribute('label') ?? element.getAttribute('aria-label') ?? id;
        return [id, { id, label, icon: page, group: '', tag: undefined }];
      }),
    );
    this.#hub.requestUpdate();
  }
}

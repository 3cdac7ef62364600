import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { NavigationItem } from './navigation-items.js';

const prefix = 'pane:';

/** The panes of the host's own: what stands in the hub with a slot named `pane:<id>` and a `label`. */
export class HostPanes implements ReactiveController {
  readonly #hub: ReactiveControllerHost & HTMLElement;
  readonly #observer: MutationObserver;
  #entries: ReadonlyMap<string, NavigationItem> = new Map();

  constructor(hub: ReactiveControllerHost & HTMLElement) {
    this.#hub = hub;
    this.#observer = new MutationObserver(() => this.#read());
    hub.addController(this);
  }

  /** By id, in the order they stand there. */
  get entries(): ReadonlyMap<string, NavigationItem> {
    return this.#entries;
  }

  hostConnected(): void {
    const attributeFilter = ['slot', 'label'];
    this.#observer.observe(this.#hub, { childList: true, subtree: true, attributeFilter });
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #read(): void {
    const found = [...this.#hub.children].filter(({ slot }) => slot.startsWith(prefix));
    this.#entries = new Map(
      found.map((element) => {
        const id = element.slot.slice(prefix.length);
        const label = element.getAttribute('label') ?? id;
        return [id, { id, label, icon: 'page', group: '', tag: undefined }];
      }),
    );
    this.#hub.requestUpdate();
  }
}

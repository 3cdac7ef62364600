import type { LitElement, PropertyValues } from 'lit';
import { requestPane } from '../../events.js';
import { listen } from '../../ui/listen.js';
import { pageUrl } from '../base/page-url.js';
import { hasViews, type Pane } from '../base/pane.js';
import { type Address, choosePane, readAddress } from './address.js';
import { Arrival } from './arrival.js';

/** The hub's properties that routing reads and sets. */
interface Hub extends LitElement {
  pane: string;
  routing: 'none' | 'hash';
}

/** The hub's private state that routing reads. */
interface HubInside {
  /** Ids of the listed panes, in order. */
  ids(): readonly string[];
  /** The element of the open pane, if it is loaded. */
  target(): Pane | HTMLElement | undefined;
}

/** Decides which pane of the hub is open, keeps the page's address in sync, and moves focus to the pane. */
export class HubRouter {
  readonly #hub: Hub;
  readonly #inside: HubInside;
  readonly #arrival = new Arrival();
  #awaited: string | undefined;
  /** The pane that the host had set when routing began: an address without a hash opens it. */
  #initialPane = '';

  constructor(hub: Hub, inside: HubInside) {
    this.#hub = hub;
    this.#inside = inside;
    listen(hub, window, ['hashchange'], () => this.#followAddress());
  }

  /** The requested pane, if it is not listed. */
  get awaited(): string | undefined {
    return this.#awaited;
  }

  readonly #isListed = (id: string): boolean => this.#inside.ids().includes(id);

  get #address(): Address {
    return readAddress(location.hash, this.#isListed);
  }

  get #followsAddress(): boolean {
    return this.#hub.routing === 'hash';
  }

  /** The pane that an address without a hash opens. */
  get #defaultPane(): string {
    return this.#isListed(this.#initialPane) ? this.#initialPane : (this.#inside.ids()[0] ?? '');
  }

  /** Called before each render, once the list is known: sets the hub's `pane` to one that is listed. */
  update(changed: PropertyValues<Hub>): void {
    const hub = this.#hub;
    if (changed.has('routing')) this.#initialPane = hub.pane;
    const { id, place } = this.#address;
    const isRouted = changed.has('routing') && this.#followsAddress && !!id;
    const wanted = isRouted ? id : changed.has('pane') ? hub.pane : undefined;
    const chosen = choosePane(wanted, { id: hub.pane, awaited: this.#awaited }, this.#defaultPane, this.#isListed);
    hub.pane = chosen.id;
    this.#awaited = chosen.awaited;
    if (isRouted && place) this.lead(id, place);
  }

  /** Called after each render. */
  updated(changed: PropertyValues<Hub>): void {
    const former = changed.get('pane');
    const { id } = this.#address;
    const isNamed = (id || this.#defaultPane) === this.#hub.pane;
    // If the address names a pane, it must name the open one. Other fragments belong to the page, and stay.
    if (former !== undefined && this.#followsAddress && !isNamed && this.#isListed(id || former)) this.#keepAddress();
    this.#arrival.settle(this.#hub.pane, this.#inside.target());
  }

  /** Goes to a pane, and to a place in it, unless the host cancels `agni-navigate`. The former pane keeps its input. */
  go(id: string, place = ''): void {
    if (id !== this.#hub.pane) {
      if (requestPane(this.#hub, id)) {
        if (this.#followsAddress) location.href = pageUrl(id, place);
        this.#hub.pane = id;
      }
    } else if (this.#followsAddress && place !== this.#address.place) {
      if (place) history.replaceState(history.state, '', pageUrl(id, place));
      else location.href = pageUrl(id);
    }
    this.lead(id, place);
  }

  /** A listener for `agni-view-change`: the user opened another view of the open pane. */
  readonly changeView = ({ detail: { view } }: CustomEvent<{ view: string }>): void => {
    if (this.#followsAddress && view !== this.#address.place) location.href = pageUrl(this.#hub.pane, view);
  };

  /** Moves focus to a pane as soon as it is open and loaded. */
  lead(id: string, place?: string): void {
    this.#arrival.start(id, place);
    this.#hub.requestUpdate();
  }

  #followAddress(): void {
    const { id: named, place } = this.#address;
    const id = named || this.#defaultPane;
    if (!this.#followsAddress || !this.#isListed(id)) return;
    if (id !== this.#hub.pane) {
      const target = this.#inside.target();
      // A pane that shows a secret stays open. Its dialog tells the user what to do first.
      const holdsSecret = target && 'holdsSecret' in target && target.holdsSecret;
      if (holdsSecret || !requestPane(this.#hub, id)) {
        this.#keepAddress();
        return;
      }
      this.#hub.pane = id;
      this.lead(id, place);
      return;
    }
    const target = this.#inside.target();
    const isOpen = target && hasViews(target) ? target.view === place : !place;
    if (!isOpen) this.lead(id, place);
  }

  #keepAddress(): void {
    history.replaceState(history.state, '', pageUrl(this.#hub.pane));
  }
}

import type { HostContext } from '../../context/host.js';

type Offer = HostContext['registerPasswordChangeTarget'];

/** Tells a host's panes that they can lead to where the password is changed, for as long as that's so. */
export class PasswordChangeTarget {
  readonly #lead: () => void;
  readonly #isFirst: boolean;
  #offer: Offer | undefined;
  #withdraw: (() => void) | undefined;

  /** One that `isFirst` leads the way before all others on the page. */
  constructor(lead: () => void, isFirst = false) {
    this.#lead = lead;
    this.#isFirst = isFirst;
  }

  /** Takes the offer to another host, or with `undefined` back. */
  update(offer: Offer | undefined): void {
    if (offer === this.#offer) return;
    this.#withdraw?.();
    this.#offer = offer;
    this.#withdraw = offer?.(this.#lead, this.#isFirst);
  }
}

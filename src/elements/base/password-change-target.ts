import type { HostContext } from '../../context/host.js';

type Register = HostContext['registerPasswordChangeTarget'];

/** Registers an element as the place where a temporary password is changed: other panes then link to it. */
export class PasswordChangeTarget {
  readonly #goTo: () => void;
  readonly #isFirst: boolean;
  #register: Register | undefined;
  #unregister: (() => void) | undefined;

  /** `goTo` moves the user to the element; a target that `isFirst` is preferred to all others on the page. */
  constructor(goTo: () => void, isFirst = false) {
    this.#goTo = goTo;
    this.#isFirst = isFirst;
  }

  /** Registers the element with another host, or with `undefined` with none. */
  update(register: Register | undefined): void {
    if (register === this.#register) return;
    this.#unregister?.();
    this.#register = register;
    this.#unregister = register?.(this.#goTo, this.#isFirst);
  }
}

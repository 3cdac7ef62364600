import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HostContext } from '../../context/host.js';

type Register = HostContext['registerPasswordChangeTarget'];

/** Registers an element as the place where a temporary password is changed: other panes then link to it. */
export class PasswordChangeTarget implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #find: () => Register | undefined;
  readonly #goTo: () => void;
  readonly #isFirst: boolean;
  #register: Register | undefined;
  #unregister: (() => void) | undefined;

  /**
   * `find` returns the host's register function, or `undefined` while the password can't be changed in the element.
   * `goTo` moves the user to the element. A target with `isFirst` is preferred to all others on the page.
   */
  constructor(
    element: ReactiveControllerHost & HTMLElement,
    find: () => Register | undefined,
    goTo: () => void,
    isFirst = false,
  ) {
    this.#element = element;
    this.#find = find;
    this.#goTo = goTo;
    this.#isFirst = isFirst;
    element.addController(this);
  }

  readonly #update = (): void => {
    const register = this.#element.isConnected ? this.#find() : undefined;
    if (register === this.#register) return;
    this.#unregister?.();
    this.#register = register;
    this.#unregister = register?.(this.#goTo, this.#isFirst);
  };

  readonly hostConnected = this.#update;
  readonly hostUpdate = this.#update;
  readonly hostDisconnected = this.#update;
}

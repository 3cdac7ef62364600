import { ContextEvent, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HostContext } from './host.js';

/** The context that hosts provide. The symbol is registered globally, so that copies of the kit on a page share it. */
export const hostContextKey = createContext<HostContext | undefined>(Symbol.for('agni-settings.host-context.1'));

/** Milliseconds that an element waits for a host, and for a host to get an option that signs requests. */
const hostTimeoutMs = 300;
const credentialTimeoutMs = 5000;

/** Gives an element the context of its nearest host, and every later context. */
export class HostContextController implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #changed: () => void;
  #value: HostContext | undefined;
  #hasHost = false;
  #isWaitOver = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(element: ReactiveControllerHost & HTMLElement, changed: () => void) {
    this.#element = element;
    this.#changed = changed;
    element.addController(this);
  }

  /** `undefined` while no host provides a context. */
  get value(): HostContext | undefined {
    return this.#value;
  }

  /** Whether the wait for a host, or for its credential, is over. */
  get isWaitOver(): boolean {
    return this.#isWaitOver;
  }

  hostConnected(): void {
    this.#request();
    this.#wait(hostTimeoutMs);
    // A provider that is added later announces itself; the element then asks again which one is nearest.
    document.addEventListener('context-provider', this.#request);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('context-provider', this.#request);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  readonly #request = (): void => {
    this.#hasHost = false;
    const callback = (value: HostContext | undefined, unsubscribe?: () => void) => {
      this.#hasHost = true;
      if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
      this.#unsubscribe = unsubscribe;
      this.#set(value);
    };
    this.#element.dispatchEvent(new ContextEvent(hostContextKey, this.#element, callback, true));
    if (!this.#hasHost) this.#set(undefined);
    this.#element.requestUpdate();
  };

  #set(value: HostContext | undefined): void {
    if (value === this.#value) return;
    this.#value = value;
    if (!value) this.#wait(hostTimeoutMs);
    this.#changed();
    this.#element.requestUpdate();
  }

  #wait(milliseconds: number): void {
    this.#isWaitOver = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isWaitOver = !this.#hasHost || milliseconds === credentialTimeoutMs;
      if (this.#isWaitOver) this.#element.requestUpdate();
      else this.#wait(credentialTimeoutMs);
    }, milliseconds);
  }
}

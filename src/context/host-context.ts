import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HostContext } from './host.js';

/** Key of the context that hosts provide. Registered globally, so that two copies of the kit on a page share it. */
export const hostContextKey = Symbol.for('agni-settings.host-context.1');

/** Receives a context's value now and, with a subscription, every later one. */
export type Receive<Value> = (value: Value | undefined, unsubscribe?: () => void) => void;

/** Asks for a context, by the community protocol for contexts of web components. */
export class ContextRequest<Value> extends Event {
  readonly context = hostContextKey;
  readonly subscribe: boolean = true;
  readonly contextTarget: Element;
  readonly callback: Receive<Value>;

  constructor(contextTarget: Element, callback: Receive<Value>) {
    super('context-request', { bubbles: true, composed: true });
    this.contextTarget = contextTarget;
    this.callback = callback;
  }
}

/** Milliseconds that an element waits for a host to appear, and for a host to be given a way to sign requests. */
const hostTimeoutMs = 300;
const credentialTimeoutMs = 5000;

/** Gives an element the context of its nearest host, and every later one. */
export class HostContextController implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #changed: () => void;
  #value: HostContext | undefined;
  #hasHost = false;
  #isLost = false;
  #lostTimer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(element: ReactiveControllerHost & HTMLElement, changed: () => void) {
    this.#element = element;
    this.#changed = changed;
    element.addController(this);
  }

  /** `undefined` while no host provides one. */
  get value(): HostContext | undefined {
    return this.#value;
  }

  /** Whether the element has waited long enough to report that no host serves it. */
  get isLost(): boolean {
    return this.#isLost;
  }

  hostConnected(): void {
    this.#request();
    this.#wait(hostTimeoutMs);
    // A provider that is added later announces itself; the element then asks again which one is nearest.
    document.addEventListener('context-provider', this.#request);
  }

  hostDisconnected(): void {
    clearTimeout(this.#lostTimer);
    document.removeEventListener('context-provider', this.#request);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  readonly #request = (): void => {
    this.#hasHost = false;
    const callback: Receive<HostContext> = (value, unsubscribe) => {
      this.#hasHost = true;
      if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
      this.#unsubscribe = unsubscribe;
      this.#set(value);
    };
    this.#element.dispatchEvent(new ContextRequest(this.#element, callback));
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
    this.#isLost = false;
    clearTimeout(this.#lostTimer);
    this.#lostTimer = setTimeout(() => {
      this.#isLost = !this.#hasHost || milliseconds === credentialTimeoutMs;
      if (this.#isLost) this.#element.requestUpdate();
      else this.#wait(credentialTimeoutMs);
    }, milliseconds);
  }
}

import { ContextEvent, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HostContext } from './host.js';

/** The context that hosts provide. Registered globally, so that two copies of the kit on a page understand each other. */
export const hostContextKey = createContext<HostContext | undefined>(Symbol.for('agni-settings.host-context.1'));

/** Milliseconds an element waits for a host to appear, and for one that's there to get a way to sign requests. */
const patience = 300;
const patienceWithHost = 5000;

/** Gives an element the surroundings of its nearest host, and keeps it informed. */
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

  /** `undefined` where no host has spoken yet. */
  get value(): HostContext | undefined {
    return this.#value;
  }

  /** Whether it's time to say that there is nobody to ask; frameworks hand over what a host needs some moments later. */
  get isLost(): boolean {
    return this.#isLost;
  }

  hostConnected(): void {
    this.#request();
    this.#wait(patience);
    // A host that comes later announces itself; one that is nearer than the known one takes over by itself.
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
    const callback = (value: HostContext | undefined, unsubscribe?: () => void) => {
      this.#hasHost = true;
      if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
      this.#unsubscribe = unsubscribe;
      this.#set(value);
    };
    this.#element.dispatchEvent(new ContextEvent(hostContextKey, this.#element, callback, true));
    if (!this.#hasHost) this.#set(undefined);
  };

  #set(value: HostContext | undefined): void {
    if (value === this.#value) return;
    this.#value = value;
    if (!value) this.#wait(patience);
    this.#changed();
    this.#element.requestUpdate();
  }

  #wait(milliseconds: number): void {
    this.#isLost = false;
    clearTimeout(this.#lostTimer);
    this.#lostTimer = setTimeout(() => {
      this.#isLost = !this.#hasHost || milliseconds === patienceWithHost;
      if (this.#isLost) this.#element.requestUpdate();
      else this.#wait(patienceWithHost);
    }, milliseconds);
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ApiSession } from '../resources/api-session.js';
import type { Resource, ResourceState } from '../resources/resource.js';

/** Something of a pane that depends on the workspace the pane is in. */
export interface SessionObserver {
  /** The pane is in another workspace now, or in none: whatever belongs to the former goes. */
  onSessionChange(session: ApiSession | undefined): void;
  /** Nobody is signed in any more: whatever nobody else may see goes. */
  onSignedOut?(): void;
  /** The element has left the page, as opposed to being moved in it: secrets go. */
  onRemoved?(): void;
}

/** An element that tells its controllers which workspace it's in. */
export interface SessionHost extends ReactiveControllerHost, EventTarget {
  follow(observer: SessionObserver): void;
}

/**
 * Ties an element to one resource of whatever workspace it's in: loads it while the element is on the page and renders
 * the element when it changes. `select` may answer `undefined` for "not yet"; {@link update} has it asked again.
 */
export class ResourceController<T> implements ReactiveController, SessionObserver {
  readonly #host: SessionHost;
  readonly #select: (session: ApiSession) => Resource<T> | undefined;
  #session: ApiSession | undefined;
  #resource: Resource<T> | undefined;
  #unlisten: (() => void) | undefined;
  #isConnected = false;

  constructor(host: SessionHost, select: (session: ApiSession) => Resource<T> | undefined) {
    this.#host = host;
    this.#select = select;
    host.addController(this);
    host.follow(this);
  }

  get state(): ResourceState<T> {
    return this.#resource?.state ?? { status: 'idle' };
  }

  /** The last known value. */
  get value(): T | undefined {
    const { state } = this;
    return state.status === 'ready' ? state.value : undefined;
  }

  /** Reads anew. */
  async load(): Promise<void> {
    await this.#resource?.load();
  }

  onSessionChange(session: ApiSession | undefined): void {
    this.#session = session;
    this.update();
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#listen();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#unlisten?.();
    this.#unlisten = undefined;
  }

  /** Looks again at which resource is wanted. */
  update(): void {
    const wanted = this.#session && this.#select(this.#session);
    if (wanted === this.#resource) return;
    this.#unlisten?.();
    this.#unlisten = undefined;
    this.#resource = wanted;
    if (this.#isConnected) this.#listen();
    this.#host.requestUpdate();
  }

  #listen(): void {
    this.#unlisten ??= this.#resource?.listen(() => this.#host.requestUpdate());
  }
}

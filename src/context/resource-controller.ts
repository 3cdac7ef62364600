import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ApiSession } from '../resources/api-session.js';
import type { Resource, ResourceState } from '../resources/resource.js';

/** A controller of an element that depends on the element's session. */
export interface SessionObserver {
  /** The element has another session now, or none: drop what belongs to the former session. */
  onSessionChange(session: ApiSession | undefined): void;
  /** The user is signed out: drop data that no other user may see. */
  onSignedOut?(): void;
  /** The element was removed from the page, not only moved: drop secrets. */
  onRemoved?(): void;
}

/** An element that informs its controllers about its session. */
export interface SessionHost extends ReactiveControllerHost, HTMLElement {
  addSessionObserver(observer: SessionObserver): void;
}

/**
 * Connects an element to one resource of its session: the resource loads while the element is connected, and its
 * changes render the element. `select` returns `undefined` if there is no resource yet; {@link update} calls it again.
 */
export class ResourceController<T> implements ReactiveController, SessionObserver {
  readonly #host: SessionHost;
  readonly #select: (session: ApiSession) => Resource<T> | undefined;
  #session: ApiSession | undefined;
  #resource: Resource<T> | undefined;
  #unsubscribe: (() => void) | undefined;
  #visibility: IntersectionObserver | undefined;

  constructor(host: SessionHost, select: (session: ApiSession) => Resource<T> | undefined) {
    this.#host = host;
    this.#select = select;
    host.addController(this);
    host.addSessionObserver(this);
  }

  get state(): ResourceState<T> {
    return this.#resource?.state ?? { status: 'idle' };
  }

  /** The last known value. */
  get value(): T | undefined {
    const { state } = this;
    return state.status === 'ready' ? state.value : undefined;
  }

  /** Whether the value could not be refetched. */
  get isStale(): boolean {
    return !!this.#resource?.isStale;
  }

  /** Reads now, see {@link Resource.refetch}. */
  async refetch(): Promise<void> {
    await this.#resource?.refetch();
  }

  onSessionChange(session: ApiSession | undefined): void {
    this.#session = session;
    this.update();
  }

  hostConnected(): void {
    this.#subscribe();
    // Fires when an element that was `display: none` is shown. The margin includes elements far down the page.
    const refetch = () => this.#host.checkVisibility() && this.#resource?.refetchIfOutdated();
    this.#visibility = new IntersectionObserver(refetch, { rootMargin: '9999px' });
    this.#visibility.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#visibility?.disconnect();
    this.#visibility = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** Selects the resource again. */
  update(): void {
    const selected = this.#session && this.#select(this.#session);
    if (selected === this.#resource) return;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#resource = selected;
    if (this.#visibility) this.#subscribe();
    this.#host.requestUpdate();
  }

  #subscribe(): void {
    this.#unsubscribe ??= this.#resource?.subscribe(
      () => this.#host.requestUpdate(),
      () => this.#host.checkVisibility(),
    );
  }
}

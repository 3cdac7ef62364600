import type { CallOptions } from '../client/client.js';
import { AgniError, clientError, isAbort } from '../client/error.js';

/**
 * The known state of data on the server. A value that could not be refetched is kept and marked `isStale`, with the
 * refetch's error. `retryAt` (epoch milliseconds) is set while the client waits because the server answered 429.
 */
export type ResourceState<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly retryAt?: number }
  | { readonly status: 'ready'; readonly value: T; readonly isStale: false; readonly error?: undefined }
  | { readonly status: 'ready'; readonly value: T; readonly isStale: true; readonly error: AgniError }
  | { readonly status: 'failed'; readonly error: AgniError };

/** Reads the value from the server. The signal aborts when the answer is no longer needed. */
export type Loader<T> = (call: CallOptions) => Promise<T>;

/** The state that the resources of one session share. */
export interface ResourceScope {
  /** The resources that an element shows. */
  readonly subscribed: Set<Resource<unknown>>;
  /** Incremented whenever all data read before may be outdated. */
  epoch: number;
}

/**
 * The last known state of one thing on the server, shared by all elements that show it. Fires `change`. Loads when the
 * first element subscribes; stops loading when the last element unsubscribes.
 */
export class Resource<T> extends EventTarget {
  readonly #loader: Loader<T>;
  readonly #scope: ResourceScope;
  /** For each subscriber, whether its element is visible. */
  readonly #subscribers = new Set<() => boolean>();
  #state: ResourceState<T> = { status: 'idle' };
  #loading: { readonly abort: AbortController; done: Promise<void> } | undefined;
  /** The scope's epoch when the state was read. If the scope has another epoch, the state is outdated. */
  #epoch = -1;
  #isHeld = false;

  /** A resource without a shared scope is invalidated only by its own {@link invalidate}. */
  constructor(loader: Loader<T>, scope: ResourceScope = { subscribed: new Set(), epoch: 0 }) {
    super();
    this.#loader = loader;
    this.#scope = scope;
  }

  get state(): ResourceState<T> {
    return this.#state;
  }

  /** Whether the value could not be refetched: show it with a notice, write nothing that is computed from it. */
  get isStale(): boolean {
    return this.#state.status === 'ready' && this.#state.isStale;
  }

  /** Calls `listener` at every change, until the returned function is called. Hidden subscribers cause no refetch. */
  subscribe(listener: () => void, isVisible = () => true): () => void {
    this.addEventListener('change', listener);
    this.#subscribers.add(isVisible);
    this.#scope.subscribed.add(this as Resource<unknown>);
    if (this.#state.status === 'idle' || isVisible()) this.refetchIfOutdated();
    return () => {
      this.removeEventListener('change', listener);
      this.#subscribers.delete(isVisible);
      // An element that is moved unsubscribes and subscribes again in one task; its request continues.
      queueMicrotask(() => {
        if (this.#subscribers.size) return;
        this.#scope.subscribed.delete(this as Resource<unknown>);
        this.#stop();
      });
    };
  }

  /**
   * Reads now and drops a pending read, which may return older data than the caller knows: for "Try Again" and after a
   * refused write. Resolves with the state, also after a failure.
   */
  async refetch(): Promise<ResourceState<T>> {
    if (this.#isHeld) return this.#state;
    this.#loading?.abort.abort();
    const abort = new AbortController();
    const loading = { abort, done: Promise.resolve() };
    this.#loading = loading;
    if (this.#state.status !== 'ready') {
      this.#state = { status: 'loading' };
      queueMicrotask(() => this.#changed()); // later, because the caller may be an element that is rendering
    }
    loading.done = this.#load(abort.signal);
    await loading.done;
    return this.#state;
  }

  /**
   * Marks the state as outdated: it is refetched now if a visible element shows it, otherwise when it is shown or
   * requested next. With `cancelRefetch: false`, a pending read is recent enough and continues.
   */
  invalidate({ cancelRefetch = true } = {}): void {
    this.#epoch = -1;
    const isShown = () => [...this.#subscribers].some((isVisible) => isVisible());
    if (this.#loading ? cancelRefetch : isShown()) void this.refetch();
  }

  /**
   * Drops a pending read, and starts no read until the returned function is called: for a write after which the server
   * answers reads with an error. Marks the state as outdated.
   */
  hold(): () => void {
    this.#stop();
    this.#epoch = -1;
    this.#isHeld = true;
    return () => {
      this.#isHeld = false;
    };
  }

  /** Reads if the state was invalidated while no visible element showed it. Called when an element appears. */
  refetchIfOutdated(): void {
    if (this.#epoch !== this.#scope.epoch && !this.#loading) void this.refetch();
  }

  /**
   * The current value: loaded first if it is unknown, outdated or stale. Rejects with the load's error, or with an
   * `AbortError` if the load was stopped because no element shows the resource any more.
   */
  async value(): Promise<T> {
    if (this.#state.status !== 'ready' || this.#state.isStale || this.#epoch !== this.#scope.epoch) {
      await (this.#loading?.done ?? this.refetch());
    }
    const state = this.#state as ResourceState<T>; // the load has changed it
    if (state.status === 'failed' || (state.status === 'ready' && state.isStale)) throw state.error;
    if (state.status === 'ready') return state.value;
    if (this.#loading) return this.value(); // a newer load replaced the awaited one
    throw new DOMException('The load was stopped', 'AbortError');
  }

  /** Replaces the value, for instance by the answer of a write, and drops a pending read. */
  set(value: T): void {
    this.#loading?.abort.abort();
    this.#loading = undefined;
    this.#epoch = this.#scope.epoch;
    this.#become({ status: 'ready', value, isStale: false });
  }

  /** Applies the certain changes of a write to a known value. A stale value stays stale. */
  update(change: (value: T) => T): void {
    const state = this.#state;
    if (state.status === 'ready') this.#become({ ...state, value: change(state.value) });
    if (this.#loading) void this.refetch(); // the read under way may have begun before the write
  }

  async #load(signal: AbortSignal): Promise<void> {
    try {
      const onWait = (milliseconds: number) => {
        if (this.#state.status === 'loading') this.#become({ status: 'loading', retryAt: Date.now() + milliseconds });
      };
      const value = await this.#loader({ signal, onWait });
      if (!signal.aborted) return this.set(value);
    } catch (cause) {
      if (!signal.aborted) {
        if (isAbort(cause)) return this.#stop(); // the client was closed
        const error = cause instanceof AgniError ? cause : hostMistake(cause);
        const state = this.#state;
        this.#loading = undefined;
        this.#epoch = this.#scope.epoch;
        return this.#become(
          state.status === 'ready' ? { ...state, isStale: true, error } : { status: 'failed', error },
        );
      }
    }
    await this.#loading?.done; // a newer read replaced this one
  }

  #stop(): void {
    this.#loading?.abort.abort();
    this.#loading = undefined;
    if (this.#state.status === 'loading') this.#state = { status: 'idle' };
  }

  #become(state: ResourceState<T>): void {
    this.#state = state;
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** The error for an exception other than `AgniError`: a mistake of the host page, whose message names the fix. */
function hostMistake(cause: unknown): AgniError {
  // biome-ignore lint/suspicious/noConsole: the page's developer needs the stack
  console.error(cause);
  return clientError('HOST_MISTAKE', { operation: '', host: '', message: String(cause), cause });
}

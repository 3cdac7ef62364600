import type { CallOptions } from '../client/client.js';
import { AgniError, isAbort } from '../client/error.js';

/**
 * What is known of something on the server. A failed refresh keeps the value and only adds `error`, so that good data
 * is never replaced by a message. `retryAt` (epoch milliseconds) is set while the server has asked for patience.
 */
export type ResourceState<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly retryAt?: number }
  | { readonly status: 'ready'; readonly value: T; readonly error?: AgniError }
  | { readonly status: 'failed'; readonly error: AgniError };

/** Reads the value from the server. Is given a signal that aborts when the answer is no longer wanted. */
export type Loader<T> = (call: CallOptions) => Promise<T>;

/**
 * The last known state of one thing on the server, shared by everyone who shows it. Fires `change`. Loads when first
 * listened to; stops loading when nobody listens any more.
 */
export class Resource<T> extends EventTarget {
  readonly #loader: Loader<T>;
  readonly #shown: Set<Resource<unknown>> | undefined;
  #state: ResourceState<T> = { status: 'idle' };
  #loading: { abort: AbortController; done: Promise<void> } | undefined;
  #listeners = 0;

  /** It's in `shown` for as long as somebody listens. */
  constructor(loader: Loader<T>, shown?: Set<Resource<unknown>>) {
    super();
    this.#loader = loader;
    this.#shown = shown;
  }

  get state(): ResourceState<T> {
    return this.#state;
  }

  /** Listens for changes until the returned function is called. */
  listen(listener: () => void): () => void {
    this.addEventListener('change', listener);
    this.#listeners++;
    this.#shown?.add(this as Resource<unknown>);
    if (this.#state.status === 'idle') void this.load();
    return () => {
      this.removeEventListener('change', listener);
      this.#listeners--;
      // An element that is moved leaves and comes back in one task; its request may go on.
      queueMicrotask(() => {
        if (this.#listeners) return;
        this.#shown?.delete(this as Resource<unknown>);
        this.#stop();
      });
    };
  }

  /** Reads anew, dropping an answer still under way, which may be older than what the caller knows. */
  load(): Promise<void> {
    this.#loading?.abort.abort();
    const abort = new AbortController();
    // Under way before anybody hears of it: whoever does may ask for it anew, as may what the loader wakes.
    const loading = { abort, done: Promise.resolve() };
    this.#loading = loading;
    if (this.#state.status !== 'ready') this.#become({ status: 'loading' });
    loading.done = this.#run(abort.signal);
    return loading.done;
  }

  /** Reads anew if somebody shows it and nothing is under way already: after focus, going online, and the like. */
  revalidate(): void {
    if (this.#listeners && !this.#loading) void this.load();
  }

  /** Reads anew, if somebody shows it, whenever the resource that it's made from has been read. */
  follow<Source>(source: Resource<Source>): void {
    source.addEventListener('change', () => {
      if (source.state.status === 'ready') this.revalidate();
    });
  }

  /** Reads anew if somebody shows it, dropping what is under way, which may be of the time before. */
  reload(): void {
    if (this.#listeners) void this.load();
  }

  /** Reads anew: now if somebody shows it, else as soon as somebody does. */
  invalidate(): void {
    if (this.#listeners) return void this.load();
    this.#stop();
    this.#state = { status: 'idle' };
  }

  /** The value, loaded if need be. Rejects with the load's error, or an `AbortError` where nobody wants it any more. */
  async value(): Promise<T> {
    if (this.#state.status !== 'ready') await (this.#loading?.done ?? this.load());
    if (this.#state.status === 'ready') return this.#state.value;
    if (this.#state.status === 'failed') throw this.#state.error;
    if (this.#loading) return this.value(); // that load was dropped for a newer one
    throw new DOMException('Nobody wants it any more', 'AbortError');
  }

  /** Takes over what a write answered. */
  set(value: T): void {
    this.#loading?.abort.abort();
    this.#loading = undefined;
    this.#become({ status: 'ready', value });
  }

  async #run(signal: AbortSignal): Promise<void> {
    try {
      const onWait = (milliseconds: number) => {
        if (this.#state.status === 'loading') this.#become({ status: 'loading', retryAt: Date.now() + milliseconds });
      };
      const value = await this.#loader({ signal, onWait });
      if (!signal.aborted) this.set(value);
    } catch (error) {
      if (signal.aborted) return;
      if (isAbort(error)) return this.#stop(); // the client was closed
      this.#loading = undefined;
      const known = error instanceof AgniError ? error : hostMistake(error);
      const { state } = this;
      this.#become(state.status === 'ready' ? { ...state, error: known } : { status: 'failed', error: known });
    }
  }

  #stop(): void {
    this.#loading?.abort.abort();
    this.#loading = undefined;
    if (this.#state.status === 'loading') this.#state = { status: 'idle' };
  }

  #become(state: ResourceState<T>): void {
    this.#state = state;
    this.dispatchEvent(new Event('change'));
  }
}

/** What isn't the API's failure is a mistake of the page, whose own words name the fix. It must not look like loading. */
function hostMistake(cause: unknown): AgniError {
  // biome-ignore lint/suspicious/noConsole: whoever makes the page finds its stack there
  console.error(cause);
  const fault = { status: 0, code: 'HOST_MISTAKE', message: String(cause), details: undefined };
  return new AgniError(fault, { operation: '', host: '', cause });
}

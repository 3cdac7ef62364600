import { AgniError, isAbort } from '../client/error.js';
import { type AgniBeforeEvents, emit, failureOf, requestApproval } from '../events.js';
import type { SessionHost, SessionObserver } from './resource-controller.js';

/** How a write stands. Its result may hold a secret, so it lives here and nowhere else, until {@link ActionController.reset}. */
export type ActionState<Result> =
  | { readonly status: 'idle'; readonly wasCancelled?: true }
  | { readonly status: 'pending' }
  | { readonly status: 'done'; readonly result: Result }
  | { readonly status: 'failed'; readonly error: AgniError };

/** What a write is called to the host, and what its subject is. */
export type Announcement = {
  [Name in keyof AgniBeforeEvents]: { before: Name; detail: AgniBeforeEvents[Name] };
}[keyof AgniBeforeEvents];

/**
 * Runs one kind of write for an element: asks the host before, refuses a second one while the first is under way, keeps
 * its state, and reports failure as `agni-error`. Leaving the page, signing out or another workspace forgets it.
 */
export class ActionController<Result> implements SessionObserver {
  readonly #host: SessionHost;
  #state: ActionState<Result> = { status: 'idle' };
  #run = 0;

  constructor(host: SessionHost) {
    this.#host = host;
    host.follow(this);
  }

  get state(): ActionState<Result> {
    return this.#state;
  }

  get isPending(): boolean {
    return this.#state.status === 'pending';
  }

  get error(): AgniError | undefined {
    return this.#state.status === 'failed' ? this.#state.error : undefined;
  }

  /** The host said no to the last attempt. The page knows why, so all there is to say is that nothing was done. */
  get wasCancelled(): boolean {
    return this.#state.status === 'idle' && !!this.#state.wasCancelled;
  }

  /**
   * Answers whether `write` was carried out; `false` too if the host cancelled it or another one is under way. Without
   * an announcement where the host was asked at an earlier step of the same thing.
   */
  async run(announcement: Announcement | undefined, write: () => Promise<Result>): Promise<boolean> {
    if (this.isPending) return false;
    const run = ++this.#run;
    const settle = (state: ActionState<Result>) => {
      if (run !== this.#run) return false; // reset meanwhile: nobody wants to know any more
      this.#become(state);
      return state.status === 'done';
    };
    this.#become({ status: 'pending' });
    try {
      const mayGoOn = !announcement || (await requestApproval(this.#host, announcement.before, announcement.detail));
      if (!mayGoOn || run !== this.#run) return settle({ status: 'idle', wasCancelled: true });
      return settle({ status: 'done', result: await write() });
    } catch (error) {
      if (run !== this.#run) return false;
      if (!(error instanceof AgniError)) {
        settle({ status: 'idle' });
        if (isAbort(error)) return false; // the client was closed: whoever asked has gone, or will be told by others
        throw error;
      }
      emit(this.#host, 'agni-error', failureOf(error));
      return settle({ status: 'failed', error });
    }
  }

  /** Forgets how it went, and its result with it. */
  readonly reset = (): void => {
    this.#run++;
    if (this.#state.status !== 'idle' || this.wasCancelled) this.#become({ status: 'idle' });
  };

  onSessionChange(): void {
    this.reset();
  }

  onSignedOut(): void {
    this.reset();
  }

  onRemoved(): void {
    this.reset();
  }

  #become(state: ActionState<Result>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

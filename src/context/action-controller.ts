import { AgniError, isAbort } from '../client/error.js';
import { type AgniBeforeEvents, emit, failureOf } from '../events.js';
import { type Failure, type Refusal, requestApproval } from './approval.js';
import type { SessionHost, SessionObserver } from './resource-controller.js';

/** State of a write. The result may contain a secret, so it is kept only here, until {@link ActionController.reset}. */
export type ActionState<Result> =
  | { readonly status: 'idle'; readonly refusal?: Refusal }
  | { readonly status: 'pending' }
  | { readonly status: 'done'; readonly result: Result }
  | { readonly status: 'failed'; readonly error: AgniError };

/** The before-event of a write, and its detail. */
export type Announcement = {
  [Name in keyof AgniBeforeEvents]: { before: Name; detail: AgniBeforeEvents[Name] };
}[keyof AgniBeforeEvents];

/**
 * Runs one kind of write for an element: fires the before-event, refuses a second run while the first is pending, keeps
 * the state, and reports a failure as `agni-error`. Removal from the page, signing out and another session reset it.
 */
export class ActionController<Result> implements SessionObserver {
  readonly #host: SessionHost;
  #state: ActionState<Result> = { status: 'idle' };
  #run = 0;

  constructor(host: SessionHost) {
    this.#host = host;
    host.addSessionObserver(this);
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

  /** Why the last run failed: its error, or the host's refusal. */
  get failure(): Failure | undefined {
    return this.#state.status === 'idle' ? this.#state.refusal : this.error;
  }

  /**
   * Resolves with `true` if `write` succeeded; with `false` if `write` failed, the host refused it, another run is
   * pending or the state was reset. Without an announcement, no before-event fires: an earlier step of the flow did so.
   */
  async run(announcement: Announcement | undefined, write: () => Promise<Result>): Promise<boolean> {
    if (this.isPending) return false;
    const run = ++this.#run;
    const settle = (state: ActionState<Result>) => {
      if (run !== this.#run) return false; // reset meanwhile
      this.#become(state);
      return state.status === 'done';
    };
    this.#become({ status: 'pending' });
    try {
      const refusal = announcement && (await requestApproval(this.#host, announcement.before, announcement.detail));
      if (run !== this.#run) return false;
      if (refusal) return settle({ status: 'idle', refusal });
      return settle({ status: 'done', result: await write() });
    } catch (error) {
      if (run !== this.#run) return false;
      if (!(error instanceof AgniError)) {
        settle({ status: 'idle' });
        if (isAbort(error)) return false; // the client was closed, because the session ended
        throw error;
      }
      emit(this.#host, 'agni-error', failureOf(error));
      return settle({ status: 'failed', error });
    }
  }

  /** Clears the state and the result. */
  readonly reset = (): void => {
    this.#run++;
    if (this.#state.status !== 'idle' || this.failure) this.#become({ status: 'idle' });
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

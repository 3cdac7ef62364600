import type { AgniError } from '../../client/error.js';
import { emit, failureOf } from '../../events.js';
import type { ResourceState } from '../../resources/resource.js';
import type { PaneState } from './pane.js';

/** What a pane shows, as far as events and custom states tell the host. */
export interface PaneSnapshot {
  readonly state: PaneState;
  readonly dirty: boolean;
  readonly loadError: AgniError | undefined;
  /** What the pane shows besides the signed-in user. */
  readonly sources: readonly { readonly state: ResourceState<unknown> }[];
}

/** Derives the custom states and events of a pane from what it shows, so that no pane fires them by hand. */
export class PaneEvents {
  readonly #pane: HTMLElement;
  readonly #internals: ElementInternals;
  readonly #reportedErrors = new WeakSet<AgniError>();
  #reported: Partial<PaneSnapshot> = {};
  #isReady = false;

  constructor(pane: HTMLElement, internals: ElementInternals) {
    this.#pane = pane;
    this.#internals = internals;
  }

  report(snapshot: PaneSnapshot): void {
    const { state, dirty, loadError, sources } = snapshot;
    const reported = this.#reported;
    const wasReady = this.#isReady;
    this.#reported = snapshot;
    this.#isReady ||= state === 'ready';
    if (state !== reported.state) {
      this.#internals.states.clear();
      this.#internals.states.add(state);
    }
    if (this.#isReady && !wasReady) emit(this.#pane, 'agni-ready');
    if (loadError && !wasReady && loadError !== reported.loadError && state !== 'signed-out') {
      emit(this.#pane, 'agni-load-error', failureOf(loadError));
    }
    for (const { state: source } of sources) {
      const failed = source.status === 'ready' ? source.error : undefined;
      if (!failed || this.#reportedErrors.has(failed)) continue;
      this.#reportedErrors.add(failed);
      emit(this.#pane, 'agni-error', failureOf(failed));
    }
    if (dirty !== !!reported.dirty) emit(this.#pane, 'agni-dirty-change', { dirty });
  }

  /** The pane shows another session from now on: `agni-ready` fires again once its data is there. */
  restart(): void {
    this.#isReady = false;
  }
}

import type { AgniError } from '../client/error.js';
import { emit, failureOf } from '../events.js';
import type { ResourceState } from '../resources/resource.js';
import type { PaneState } from './pane.js';

/** What a pane shows, as far as its host is told of it. */
export interface Sight {
  readonly state: PaneState;
  readonly dirty: boolean;
  readonly loadError: AgniError | undefined;
  /** What the pane shows besides the signed-in person. */
  readonly sources: readonly { readonly state: ResourceState<unknown> }[];
}

/** Custom states and events follow from what a pane shows; nobody has to remember to fire them. */
export class Telling {
  readonly #pane: HTMLElement;
  readonly #internals: ElementInternals;
  readonly #toldErrors = new WeakSet<AgniError>();
  #told: Partial<Sight> = {};
  #isReady = false;

  constructor(pane: HTMLElement, internals: ElementInternals) {
    this.#pane = pane;
    this.#internals = internals;
  }

  tell(sight: Sight): void {
    const { state, dirty, loadError, sources } = sight;
    const told = this.#told;
    const wasReady = this.#isReady;
    this.#told = sight;
    this.#isReady ||= state === 'ready';
    if (state !== told.state) {
      this.#internals.states.clear();
      this.#internals.states.add(state);
    }
    if (this.#isReady && !wasReady) emit(this.#pane, 'agni-ready');
    if (loadError && !wasReady && loadError !== told.loadError && state !== 'signed-out') {
      emit(this.#pane, 'agni-load-error', failureOf(loadError));
    }
    for (const { state: source } of sources) {
      const failed = source.status === 'ready' ? source.error : undefined;
      if (!failed || this.#toldErrors.has(failed)) continue;
      this.#toldErrors.add(failed);
      emit(this.#pane, 'agni-error', failureOf(failed));
    }
    if (dirty !== !!told.dirty) emit(this.#pane, 'agni-dirty-change', { dirty });
  }

  /** What is shown from now on belongs to another workspace: it gets ready anew. */
  restart(): void {
    this.#isReady = false;
  }
}

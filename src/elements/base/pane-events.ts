import type { AgniError } from '../../client/error.js';
import type { SessionHost, SessionObserver } from '../../context/resource-controller.js';
import { emit, failureOf } from '../../events.js';
import type { ResourceState } from '../../resources/resource.js';
import type { AgniElement, PaneWords } from './agni-element.js';
import type { Pane, PaneState } from './pane.js';

/** The members of an element that the search for mistakes of the host page reads. */
export type ExplainedElement = SessionHost & Pick<AgniElement<PaneWords>, 'options' | 'me'>;

type ReportedPane = ExplainedElement & Pick<Pane, 'state' | 'dirty'> & Pick<AgniElement<PaneWords>, 'errorWords'>;

/** Milliseconds before the search for mistakes starts, so that the pane loads its data first. */
const mistakesMs = 1000;

/** Whether the page is on a developer's machine. Elsewhere, mistakes are reported only if a pane fails to load. */
export const isLocal: boolean = /^(?:localhost|127\..+|.+\.localhost)$/.test(globalThis.location?.hostname);

/** Derives the custom states and events of a pane from its state, so that no pane has to fire them itself. */
export class PaneEvents implements SessionObserver {
  readonly #pane: ReportedPane;
  readonly #internals: ElementInternals;
  readonly #reportedErrors = new WeakSet<AgniError>();
  #reported: { state?: PaneState; dirty?: boolean; loadError?: AgniError | undefined } = {};
  #isReady = false;

  constructor(pane: ReportedPane, internals: ElementInternals) {
    this.#pane = pane;
    this.#internals = internals;
    pane.addSessionObserver(this);
  }

  /**
   * Fires the events and sets the custom state for the changes since the last call.
   * @param loadError the error that prevents the content from being shown
   * @param sources the resources that the pane needs besides the signed-in user
   */
  report(loadError?: AgniError, sources: readonly { readonly state: ResourceState<unknown> }[] = []): void {
    const { state, dirty } = this.#pane;
    const reported = this.#reported;
    const wasReady = this.#isReady;
    this.#reported = { state, dirty, loadError };
    this.#isReady ||= state === 'ready';
    if (state !== reported.state) {
      this.#internals.states.clear();
      this.#internals.states.add(state);
      if (state !== 'loading' && (isLocal || state === 'error' || state === 'unavailable')) {
        setTimeout(this.#reportMistakes, mistakesMs);
      }
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

  readonly #reportMistakes = async (): Promise<void> => {
    const part = await this.#pane.errorWords.load();
    await part?.reportMistakes(this.#pane);
  };

  /** `agni-ready` fires again once the data of the new session is shown. */
  onSessionChange(): void {
    this.#isReady = false;
  }
}

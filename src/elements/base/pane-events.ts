import type { AgniError } from '../../client/error.js';
import type { SessionHost, SessionObserver } from '../../context/resource-controller.js';
import { emit, failureOf } from '../../events.js';
import type { ResourceState } from '../../resources/resource.js';
import type { AgniElement, PaneWords } from './agni-element.js';
import type { Pane, PaneState } from './pane.js';

/** What of an element tells which mistakes its host page makes. */
export type ExplainedElement = SessionHost & Pick<AgniElement<PaneWords>, 'options' | 'me'>;

type ReportedPane = ExplainedElement & Pick<Pane, 'state' | 'dirty'>;

/** Milliseconds after which mistakes are looked for: first the pane loads what it needs. */
const mistakesMs = 1000;

/** On a developer's own machine mistakes are reported always, elsewhere where a pane can't show its data. */
export const isLocal: boolean = /^(?:localhost|127\..+|.+\.localhost)$/.test(globalThis.location?.hostname);

/** Derives the custom states and events of a pane from what it shows, so that no pane fires them by hand. */
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
   * Fires and sets what changed since the last call.
   * @param loadError what keeps the content from being shown
   * @param sources what the pane shows besides the signed-in user
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
    const { reportMistakes } = await import('./error-words.lazy.js');
    await reportMistakes(this.#pane);
  };

  /** `agni-ready` fires again once the data of another session is there. */
  onSessionChange(): void {
    this.#isReady = false;
  }
}

import type { ReactiveController, ReactiveElement } from 'lit';
import type { en } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import type { ResourceState } from '../../resources/resource.js';

/** Milliseconds of loading until the message appears. */
const slowMs = 2000;

/**
 * The status message while an element shows a skeleton: empty at first, later that the element is loading, or when the
 * load is retried.
 */
export class LoadingMessage implements ReactiveController {
  readonly #host: ReactiveElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSlow = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const isLoading = !!this.#host.renderRoot.querySelector('.skeleton');
    if (isLoading === !!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = isLoading ? setTimeout(this.#setSlow, slowMs, true) : undefined;
    // In a later task, because Lit warns about an update that is requested during another update.
    if (this.#isSlow) setTimeout(this.#setSlow, 0, false);
  }

  readonly #setSlow = (isSlow: boolean): void => {
    this.#isSlow = isSlow;
    this.#host.requestUpdate();
  };

  text(sources: readonly { readonly state: ResourceState<unknown> }[], { t, lang }: Locale<typeof en>): string {
    for (const { state } of sources) {
      if (state.status !== 'loading' || !state.retryAt) continue;
      return t('waiting', { time: new Date(state.retryAt).toLocaleTimeString(lang) });
    }
    return this.#isSlow ? t('loading') : '';
  }
}

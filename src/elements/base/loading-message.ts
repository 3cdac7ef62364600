import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { en } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import type { ResourceState } from '../../resources/resource.js';

/** Milliseconds after which a message says that a pane is loading. */
const slowMs = 2000;

/** What a pane's status region says while the pane loads: nothing at first, then that it is loading, or when it tries again. */
export class LoadingMessage implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #isLoading: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSlow = false;

  constructor(host: ReactiveControllerHost, isLoading: () => boolean) {
    this.#host = host;
    this.#isLoading = isLoading;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#isLoading() === !!this.#timer) return;
    clearTimeout(this.#timer);
    this.#isSlow = false;
    this.#timer = this.#timer ? undefined : setTimeout(this.#onSlow, slowMs);
  }

  readonly #onSlow = (): void => {
    this.#isSlow = true;
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

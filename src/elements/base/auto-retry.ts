import { AsyncDirective } from 'lit/async-directive.js';
import { type ChildPart, directive, type PartInfo } from 'lit/directive.js';
import type { errorsEn } from '../../locales/errors.en.js';
import type { Locale } from '../../locales/locale.js';

/** Milliseconds until the first retry. The delay doubles after each retry, up to {@link maxDelay}. */
const firstDelay = 30_000;
const maxDelay = 600_000;

/**
 * The delay until the next retry of a function, which counts until a time in epoch milliseconds. A failure after that time is
 * of another outage, and starts with the first delay.
 */
const retries = new WeakMap<() => unknown, { readonly delay: number; readonly until: number }>();

/**
 * Calls a function after a delay, and renders a sentence with the time. In a browser without connection, the sentence
 * says that the session reads again once the browser is online. The function is not called while the pane is hidden.
 */
class AutoRetry extends AsyncDirective {
  readonly #element: Element;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #load: () => unknown = () => undefined;
  #at = 0;

  constructor(part: PartInfo) {
    super(part);
    this.#element = (part as ChildPart).parentNode as Element;
  }

  render(load: () => unknown, { t, lang }: Locale<typeof errorsEn>): string {
    this.#load = load;
    if (!navigator.onLine) {
      this.disconnected();
      return t('retryOnline');
    }
    this.reconnected();
    return t('retryAt', { time: new Date(this.#at).toLocaleTimeString(lang) });
  }

  protected override disconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  protected override reconnected(): void {
    if (this.#timer) return;
    const last = retries.get(this.#load);
    this.#wait(last && Date.now() < last.until ? last.delay : firstDelay);
  }

  #wait(delay: number): void {
    this.#at = Date.now() + delay;
    this.#timer = setTimeout(() => this.#retry(delay), delay);
  }

  async #retry(delay: number): Promise<void> {
    this.disconnected();
    if (document.hidden || !this.#element.checkVisibility()) return this.#wait(delay);
    const load = this.#load;
    const next = Math.min(2 * delay, maxDelay);
    retries.set(load, { delay: next, until: Number.POSITIVE_INFINITY });
    await load();
    retries.set(load, { delay: next, until: Date.now() + next });
  }
}

/** Shows when a failed load is retried. The load is retried only while this directive is rendered. */
export const autoRetry = directive(AutoRetry);

import { html, nothing } from 'lit';
import { icon } from '../../ui/icon.js';
import { whenIdle } from '../../ui/when-idle.js';
import { LazyPart } from '../base/lazy-part.js';
import { panes } from '../panes.js';
import type { HubContext } from './hub-context.js';

/**
 * The button that opens the security check-up above the open pane, with the number of findings. The check-up is loaded
 * when the page is idle. Data that no pane has read is read only when the check-up is opened.
 */
export class CheckUpDisclosure {
  readonly #context: HubContext;
  readonly #checkUp;
  #isOpen = false;

  constructor(context: HubContext) {
    this.#context = context;
    this.#checkUp = new LazyPart(context.pane, async () => {
      const { CheckUp, checkUpStyles } = await import('./check-up.lazy.js');
      context.adopt(checkUpStyles);
      return new CheckUp(context, () => this.#isOpen);
    });
  }

  /** Loads the check-up as soon as the page is idle. */
  loadWhenIdle(): void {
    if (this.#checkUp.isSettled) return;
    whenIdle(() => this.#context.pane.isConnected && this.#checkUp.load());
  }

  render() {
    const { part } = this.#checkUp;
    return html`<button
      class="check-up"
      part="button"
      aria-expanded=${this.#isOpen}
      aria-describedby=${part ? 'to-review' : nothing}
      @click=${this.#toggle}
    >
      ${icon(panes.get('security')?.icon ?? '')} <span>${this.#context.locale().t('checkUp')}</span> ${part?.renderCount()}
    </button>`;
  }

  /** The findings, while the check-up is open. */
  renderFindings() {
    return this.#isOpen ? (this.#checkUp.part?.render() ?? this.#context.lazyFailure(this.#checkUp)) : nothing;
  }

  readonly #toggle = (): void => {
    this.#isOpen = !this.#isOpen;
    this.#context.pane.requestUpdate();
    if (this.#isOpen) void this.#checkUp.load();
  };
}

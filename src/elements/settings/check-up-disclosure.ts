import { html, nothing } from 'lit';
import { chevronDown, icon } from '../../ui/icon.js';
import { LazyPart } from '../base/lazy-part.js';
import type { HubContext } from './hub-context.js';

/** The button that opens the security check-up. The check-up is loaded, and reads what it checks, only then. */
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

  render() {
    return html`<div class="check-up">
      <button part="button" aria-expanded=${this.#isOpen} @click=${this.#toggle}>
        ${icon(chevronDown, 'open')} ${this.#context.locale().t('checkUp')}
      </button>
      ${this.#isOpen ? this.#renderFindings() : nothing}
    </div>`;
  }

  #renderFindings() {
    const { part, hasFailed } = this.#checkUp;
    if (part) return part.render();
    return hasFailed
      ? this.#context.lazyFailure(this.#checkUp)
      : html`<p class="muted">${this.#context.shared().t('loading')}</p>`;
  }

  readonly #toggle = (): void => {
    this.#isOpen = !this.#isOpen;
    this.#context.pane.requestUpdate();
    if (this.#isOpen) void this.#checkUp.load();
  };
}

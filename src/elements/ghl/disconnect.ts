import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import { emit } from '../../events.js';
import type { Locale } from '../../locales/locale.js';
import { disconnectGhl } from '../../resources/ghl.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { dialogsEn } from './dialogs.en.js';
import type { GhlContext } from './ghl-context.js';

const name = 'GoHighLevel';

/** Disconnects GoHighLevel, after a question that says what stops working. */
export class GhlDisconnecting implements SessionObserver {
  readonly #context: GhlContext;
  readonly #action: ActionController<void>;
  #isOpen = false;

  constructor(context: GhlContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
    context.pane.follow(this);
  }

  /** Asks whether to. */
  open(): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#context.report('');
    this.#isOpen = true;
    this.#context.pane.requestUpdate();
  }

  get #words(): Locale<typeof dialogsEn> {
    return this.#context.locale().sibling(dialogsEn);
  }

  render() {
    if (!this.#isOpen) return nothing;
    const { t } = this.#words;
    const words = this.#context.locale();
    const { isPending } = this.#action;
    return dialog({
      heading: words.t('disconnect'),
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <p>${t('disconnectEffect')}</p>
        ${this.#renderConsequences()}
        ${confirmation({
          error: this.#error,
          isPending,
          cancel: this.#context.shared().t('cancel'),
          confirm: words.t('disconnect'),
          isDangerous: true,
          act: this.#confirm,
        })}
      `,
    });
  }

  /** Which agents book through which calendars; where that isn't known, how many they are. */
  #renderConsequences() {
    const { t, fill } = this.#words;
    const { agents, count } = this.#context.consequences();
    if (!agents) return count ? html`<p class="facts">${this.#context.locale().t('agents', { count })}</p>` : nothing;
    if (!agents.length) return nothing;
    return html`<div class="subject">
      <p>${t('stops')}</p>
      <ul>
        ${agents.map(
          ({ name: agent, calendars }) =>
            html`<li class="facts">
              ${fill<unknown>('booksThrough', {
                agent: bidiIsolate(agent),
                calendars: calendars.map((one, index) => [index ? ', ' : '', bidiIsolate(one)]),
              })}
            </li>`,
        )}
      </ul>
    </div>`;
  }

  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    if (wasCancelled) return this.#context.shared().t('notAllowed');
    if (!error) return undefined;
    const isOpen = error.isAnswerLost && this.#context.isInDoubt();
    return `${this.#context.errorMessage(error)} ${this.#words.t(isOpen ? 'perhapsDisconnected' : 'notDisconnected')}`;
  }

  readonly #confirm = async (): Promise<void> => {
    const { pane } = this.#context;
    const session = this.#context.session();
    if (!session || this.#action.isPending) return;
    const announcement = { before: 'agni-before-disconnect-integration', detail: { name } } as const;
    if (!(await this.#action.run(announcement, () => disconnectGhl(session)))) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#context.report(this.#words.t('disconnected'));
    emit(pane, 'agni-integration-disconnected', { name });
    await this.#context.focusAction();
  };

  readonly #closed = (): void => {
    this.#isOpen = false;
    this.#context.pane.requestUpdate();
  };

  onSessionChange(): void {
    this.#closed();
  }

  onSignedOut(): void {
    this.#closed();
  }
}

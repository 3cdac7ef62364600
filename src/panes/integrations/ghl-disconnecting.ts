import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { Follower } from '../../context/resource-controller.js';
import { emit } from '../../events.js';
import type { Locale } from '../../locales/locale.js';
import { disconnectGhlConnection } from '../../resources/ghl-change.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { trueOrder } from '../../ui/true-order.js';
import { changingEn } from './ghl-changing-en.js';
import type { GhlDesk } from './ghl-desk.js';

const name = 'GoHighLevel';

/** Disconnects GoHighLevel, after a question that says what stops working. */
export class GhlDisconnecting implements Follower {
  readonly #desk: GhlDesk;
  readonly #action: ActionController<void>;
  #isOpen = false;

  constructor(desk: GhlDesk) {
    this.#desk = desk;
    this.#action = new ActionController(desk.pane);
    desk.pane.follow(this);
  }

  /** Asks whether to. */
  open(): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#desk.tell('');
    this.#isOpen = true;
    this.#desk.pane.requestUpdate();
  }

  get #words(): Locale<typeof changingEn> {
    return this.#desk.locale().sibling(changingEn);
  }

  render() {
    if (!this.#isOpen) return nothing;
    const { t } = this.#words;
    const words = this.#desk.locale();
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
          cancel: this.#desk.shared().t('cancel'),
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
    const { agents, count } = this.#desk.consequences();
    if (!agents) return count ? html`<p class="facts">${this.#desk.locale().t('agents', { count })}</p>` : nothing;
    if (!agents.length) return nothing;
    return html`<div class="subject">
      <p>${t('stops')}</p>
      <ul>
        ${agents.map(
          ({ name: agent, calendars }) =>
            html`<li class="facts">
              ${fill<unknown>('booksThrough', {
                agent: trueOrder(agent),
                calendars: calendars.map((one, index) => [index ? ', ' : '', trueOrder(one)]),
              })}
            </li>`,
        )}
      </ul>
    </div>`;
  }

  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    if (wasCancelled) return this.#desk.shared().t('notAllowed');
    if (!error) return undefined;
    const isOpen = error.isAnswerLost && this.#desk.isInDoubt();
    return `${this.#desk.say(error)} ${this.#words.t(isOpen ? 'perhapsDisconnected' : 'notDisconnected')}`;
  }

  readonly #confirm = async (): Promise<void> => {
    const { pane } = this.#desk;
    const workspace = this.#desk.workspace();
    if (!workspace || this.#action.isPending) return;
    const announcement = { before: 'agni-before-disconnect-integration', detail: { name } } as const;
    if (!(await this.#action.run(announcement, () => disconnectGhlConnection(workspace)))) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#desk.tell(this.#words.t('disconnected'));
    emit(pane, 'agni-integration-disconnected', { name });
    await this.#desk.focusAction();
  };

  readonly #closed = (): void => {
    this.#isOpen = false;
    this.#desk.pane.requestUpdate();
  };

  attach(): void {
    this.#closed();
  }

  forget(): void {
    this.#closed();
  }
}
